# heapq, bisect, string and copy: refused arguments, odd heaps, recursive and shared copies.
import bisect
import copy
import heapq
import string


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


def after(act):
    heap = [5, 1, 4]
    heapq.heapify(heap)
    result = act(heap)
    return heap, result


for make in (
    lambda: after(lambda h: heapq.heappush(h, 0)), lambda: after(heapq.heappop), lambda: after(lambda h: heapq.heapreplace(h, 9)), lambda: after(lambda h: heapq.heappushpop(h, 9)),
    lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappushpop([], 1), lambda: heapq.heappush((1,), 1), lambda: heapq.heappush([1]), lambda: heapq.heapify(5),
    lambda: heapq.heapify([1, "a"]), lambda: heapq.heappush([1], "a"), lambda: heapq.nlargest(2, [3, 1, 2]), lambda: heapq.nlargest(0, [1]), lambda: heapq.nlargest(-1, [1]),
    lambda: heapq.nlargest(5, "abc"), lambda: heapq.nsmallest(2, ["aa", "b"], key=len), lambda: heapq.nsmallest(1, [], key=len), lambda: heapq.nsmallest(1, 5), 
    lambda: list(heapq.merge([1, 4], [2, 3], [])), lambda: list(heapq.merge([4, 1], [3, 2], reverse=True)), lambda: list(heapq.merge(["b"], ["aa"], key=len)), lambda: list(heapq.merge()),
    lambda: list(heapq.merge(5)), lambda: bisect.bisect([1, 2, 2, 3], 2), lambda: bisect.bisect_left([1, 2, 2, 3], 2), lambda: bisect.bisect([], 1),
    lambda: bisect.bisect([1, 2, 3], 2, 1, 2), lambda: bisect.bisect([1, 2, 3], 5, lo=-1), lambda: bisect.bisect([1, 2], "a"), lambda: bisect.bisect(5, 1), lambda: bisect.bisect([1]),
    lambda: bisect.insort((1, 2), 1), lambda: bisect.bisect("abc", "b"), lambda: bisect.bisect_left(a=[1], x=1, lo=0, hi=1),
    lambda: string.capwords("hello  big world"), lambda: string.capwords("a-b-c", "-"), lambda: string.capwords(5), lambda: string.ascii_letters, lambda: string.punctuation,
    lambda: string.whitespace, lambda: string.printable[:40], lambda: string.hexdigits + string.octdigits + string.digits,
):
    show(make)

items = [1, 3]
bisect.insort(items, 2)
bisect.insort_left(items, 3)
bisect.insort(items, 0, lo=1)
print(items)


class Plain:
    def __init__(self, x):
        self.x = x


class Slots:
    __slots__ = ("x", "y")


class Copied:
    def __copy__(self):
        return "copy"

    def __deepcopy__(self, memo):
        return "deep", type(memo)


class Reduced:
    def __reduce__(self):
        return Plain, ([1],), {"y": 2}


class Stated:
    def __getstate__(self):
        return {"s": [1]}

    def __setstate__(self, state):
        self.state = state


class Uncopied:
    def __reduce_ex__(self, protocol):
        raise TypeError("not copied")


shared = [1]
nested = {"a": shared, "b": shared, "t": (shared, 2), "s": {1, 2}, "f": frozenset([3])}
deep = copy.deepcopy(nested)
print(deep == nested, deep["a"] is deep["b"], deep["a"] is shared, deep["t"][0] is deep["a"], copy.copy(nested)["a"] is shared)
recursive = [1]
recursive.append(recursive)
deep = copy.deepcopy(recursive)
print(deep[1] is deep, copy.copy(recursive)[1] is recursive)
plain = Plain([1])
print(copy.copy(plain).x is plain.x, copy.deepcopy(plain).x is plain.x, copy.deepcopy(plain).x)
slots = Slots()
slots.x = [1]
print(copy.copy(slots).x, hasattr(copy.copy(slots), "y"), copy.deepcopy(slots).x is slots.x)
print(copy.copy(Copied()), copy.deepcopy(Copied()), copy.copy(Reduced()).y, copy.deepcopy(Reduced()).x, copy.copy(Stated()).state, copy.deepcopy(Stated()).state)
for v in (None, 5, "a", b"b", 1.5, (1, 2), len, int, print, ..., NotImplemented, range(3), frozenset([1]), slice(1, 2)):
    print(copy.copy(v) is v or copy.copy(v) == v, copy.deepcopy(v) is v or copy.deepcopy(v) == v, end=" ")
print()
show(lambda: copy.copy(Uncopied()))
show(lambda: copy.deepcopy(Uncopied()))
memo = {}
copy.deepcopy([shared], memo)
print(shared in memo.values(), id(shared) in memo)
