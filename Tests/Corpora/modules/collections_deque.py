# collections.deque
from collections import deque


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d[2], 3 in d, 9 in d, list(d), list(reversed(d)), bool(deque()), d.maxlen)
print(d.pop(), d.popleft(), d)
d.extend([5, 6])
d.extendleft([7, 8])
print(d, d.count(5), d.index(6), d.index(3, 2))
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.rotate(100)
print(d)
d.reverse()
print(d)
d.insert(1, "i")
d.insert(-1, "j")
d.insert(100, "k")
d.remove("i")
d[2] = "two"
del d[0]
print(d, d.copy() == d, d.copy() is d)
m = deque(range(10), maxlen=3)
print(m, m.maxlen)
m.append(10)
m.appendleft(0)
m.extend("ab")
print(m, deque(maxlen=0), deque("abc", 0))
attempt(m.insert, 0, 1)
print(deque([1]) + deque([2]), deque([1, 2]) * 2, 3 * deque("a"), deque([1, 2]) < deque([1, 3]), deque([1]) == deque([1.0]), deque([1]) == [1], deque() != deque([1]))
d = deque([1])
d += [2, 3]
d *= 2
print(d)
d.clear()
print(d)
for f, args in [(d.pop, ()), (d.popleft, ()), (d.remove, (1,)), (d.index, (1,)), (lambda: d[0], ()), (lambda: d["a"], ()), (deque, (5,)), (deque, ([], -1)), (deque, ([], "a")),
                (deque([1]).__add__, ([1],)), (hash, (d,)), (d.rotate, ("a",)), (deque, ([], 1, 2))]:
    attempt(f, *args)
r = deque([1])
r.append(r)
print(r)


def mutate():
    d = deque([1, 2, 3])
    for x in d:
        d.append(x)


attempt(mutate)
q = deque()
total = 0
for i in range(1000):
    q.append(i)
    if i % 3 == 0:
        total += q.popleft()
print(total, len(q), q[0], q[500], q[-1])


class Stack(deque):
    def push(self, x):
        self.append(x)
        return self


s = Stack([1]).push(2)
s.name = "stack"
print(s, s.name, type(s.copy()).__name__, iter(s) is iter(s))
print(list(zip(deque("ab"), deque("cd"))), next(iter(deque([5]))), sum(deque([1, 2])))
