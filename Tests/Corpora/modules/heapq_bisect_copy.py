# heapq, bisect, copy, string, weakref, atexit, gc, errno.
import bisect
import copy
import errno
import gc
import heapq
import string
import weakref


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


h = []
for x in [5, 1, 4, 1, 3, 9, 2]:
    heapq.heappush(h, x)
print(h, h[0], heapq.heappushpop(h, 0), heapq.heapreplace(h, 7), [heapq.heappop(h) for _ in range(len(h))])
data = [(3, "c"), (1, "a"), (2, "b"), (1, "b")]
heapq.heapify(data)
print(data, heapq.nsmallest(2, data), heapq.nlargest(2, data), heapq.nlargest(2, "hello", key=ord), heapq.nsmallest(0, [1]))
print(list(heapq.merge([1, 4, 7], [2, 5], [], [3])), list(heapq.merge([5, 3], [4, 1], reverse=True)), list(heapq.merge(["aa", "b"], ["c"], key=len)))
attempt(heapq.heappop, [])
attempt(heapq.heapreplace, [], 1)
attempt(heapq.heappush, (), 1)
attempt(heapq.heapify, [1, "a"])


def dijkstra(graph, start):
    distances = {start: 0}
    queue = [(0, start)]
    while queue:
        d, node = heapq.heappop(queue)
        if d > distances[node]:
            continue
        for other, w in graph[node].items():
            if d + w < distances.get(other, 1 << 30):
                distances[other] = d + w
                heapq.heappush(queue, (d + w, other))
    return distances


print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 1}, "c": {"b": 2, "d": 8}, "d": {}}, "a"))

a = [1, 2, 2, 3]
print(bisect.bisect_left(a, 2), bisect.bisect_right(a, 2), bisect.bisect(a, 0), bisect.bisect(a, 9), bisect.bisect(a, 2, 3), bisect.bisect_left(a, 2, 0, 1))
bisect.insort(a, 2)
bisect.insort_left(a, 0)
print(a)
attempt(bisect.bisect, a, 1, -1)
print("".join(chr(ord("A") + 4 - bisect.bisect([60, 70, 80, 90], s)) for s in [33, 99, 77, 70, 89, 90, 100]))


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class Slotted:
    __slots__ = ("a", "b")


class Custom:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep copied"


n = Node([1, 2])
n.next = n
s, d = copy.copy(n), copy.deepcopy(n)
print(s.value is n.value, s.next is n, d.value is n.value, d.value, d.next is d)
lists = [[1], [2]]
shared = [lists, lists, (lists, 1), {"k": lists}]
c = copy.deepcopy(shared)
print(c, c[0] is c[1], c[2][0] is c[0], c[3]["k"] is c[0], c[0] is lists, copy.copy(shared)[0] is lists)
t = (1, "a", (2,))
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.copy({1, 2}), copy.deepcopy(frozenset("a")), copy.copy(Custom()), copy.deepcopy([Custom()]), copy.copy(len) is len, copy.deepcopy(Node) is Node)
x = Slotted()
x.a = [1]
y = copy.deepcopy(x)
print(y.a, y.a is x.a, hasattr(y, "b"))
loop = []
loop.append(loop)
print(copy.deepcopy(loop))
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
P = namedtuple("P", "x y")
print(copy.copy(Counter("aab")), copy.deepcopy(OrderedDict(a=[1])), copy.copy(defaultdict(list, {1: [2]})), copy.deepcopy(deque([[1]], 3)))

print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), len(string.printable), string.hexdigits, string.capwords("hello  big world"))


class Target:
    def method(self):
        return "method"


o = Target()
r = weakref.ref(o)
print(r() is o, r is weakref.ref(o), r == weakref.ref(o), hash(r) == hash(o), weakref.getweakrefcount(o), type(r))
p = weakref.proxy(o)
p.attribute = 5
print(o.attribute, p.method(), weakref.WeakMethod(o.method)()())
attempt(weakref.ref, 5)
attempt(weakref.ref, [])
values = weakref.WeakValueDictionary(a=o)
keys = weakref.WeakKeyDictionary()
keys[o] = 1
print(values["a"] is o, len(values), "b" in values, keys[o], list(keys.values()), o in weakref.WeakSet([o]))
attempt(lambda: values["zz"])
print(gc.isenabled(), type(gc.collect()).__name__, gc.get_threshold()[1])
print(errno.ENOENT, errno.errorcode[errno.EACCES])
