# Unpacking assignments: sequences, iterators, stars, nesting, and every failure.
a, b = (1, 2)
[c, d] = "xy"
(e,) = [5]
f, (g, [h, i]), j = 1, (2, [3, 4]), 5
k, *l, m = range(6)
*n, o = [1]
p, *q = "z"
(*r,) = ()
s, t, *u = {10: "a", 20: "b", 30: "c"}
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u)
x = y = z, w = 1, 2
print(x, y, z, w)
x, y = y, x
(a, b), c = [(1, 2), 3]
print(a, b, c)
items = [0, 1, 2]
index = 0
index, items[index] = 2, "evaluated left to right"
print(index, items)


class Target:
    pass


target = Target()
target.a, items[0], *target.rest = iter("pqrst")
print(target.a, items, target.rest)
for (first, *middle), last in [("abc", 1), ([1, 2], 2)]:
    print(first, middle, last)
print([(x, y) for x, (y, *_) in [(1, "ab"), (2, "cd")]], {k: v for k, v in [("a", 1)]})
a, *b, c, d = [1, 2, 3]
print(a, b, c, d)
*a, b = "only"
print(a, b)
(a, b), *c = [(1, 2), 3, 4]
print(a, b, c)


def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print("fine")


def two(value):
    x, y = value


def three(value):
    x, y, z = value


def starred(value):
    x, y, *z = value


def starred_after(value):
    x, *y, z = value


def failing():
    yield 1
    raise KeyError("from the iterator")


class Endless:
    def __iter__(self):
        return self

    def __next__(self):
        return 1


for value in ((1,), (1, 2), (1, 2, 3), [], [1, 2, 3, 4], "a", "abc", iter([1]), iter([1, 2, 3]), {1: 1}, range(5), 5, None, failing(), Endless(), Target()):
    attempt(lambda: two(value))
for value in ((1, 2), [1], "ab", (), "abcd"):
    attempt(lambda: three(value))
for value in ((1,), [], "", (1, 2), iter([1]), 5, failing()):
    attempt(lambda: starred(value))
for value in ((1,), [], iter("a"), (1, 2)):
    attempt(lambda: starred_after(value))
consumed = iter(range(10))
try:
    x, y = consumed
except ValueError as error:
    print(error, list(consumed))
