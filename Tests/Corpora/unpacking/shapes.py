# Targets of unpacking: nested, starred, attributes, subscripts, loops, order of stores.
class Holder:
    def __setattr__(self, name, value):
        order.append(("attribute", name, value))
        super().__setattr__(name, value)


class Table(dict):
    def __setitem__(self, key, value):
        order.append(("item", key, value))
        super().__setitem__(key, value)


order = []
h, t = Holder(), Table()
h.a, t["b"], (h.c, *h.rest), [t["d"]] = 1, 2, (3, 4, 5), (6,)
print(order)
order.clear()
h.x = t["x"] = [h.y] = (9,)
print(order)
a, (b, [c, (d,)], *e), *f = 1, (2, [3, (4,)], 5, 6), 7, 8
print(a, b, c, d, e, f)
a, b = b, a
print(a, b)
a, b, c = c, a, b
print(a, b, c)
i = [0]
i[0], i[i[0]] = 0, 5
print(i)
x = y = z = [1]
print(x is y is z)
(a), [b], (c,) = 1, [2], [3]
print(a, b, c)
*a, = "abc"
*a, b = "xy"
a, *b = "z"
a, *b, c = range(2)
print(a, b, c)
[a, [b, *c]] = "p", "qrs"
print(a, b, c)
for (k, (v, *w)), n in zip({"a": "xyz", "b": "pq"}.items(), range(2)):
    print(k, v, w, n)
print([(p, q) for p, *q in ([1, 2, 3], "ab", (0,))], {k: v for k, v in [("a", 1), (2, 3)]})
a, b = {"k1": 1, "k2": 2}
print(a, b)
a, b, c = iter(range(3))
print(a, b, c)
() = []
[] = ()
for () in [(), []]:
    print("nothing to store")


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Long:
    def __iter__(self):
        return iter(range(10**9))


class Bad:
    def __iter__(self):
        yield 1
        raise KeyError("while unpacking")


class NoIter:
    __iter__ = None


def two(value):
    a, b = value
    return a, b


def starred(value):
    a, *b, c = value
    return a, b, c


def none(value):
    () = value
    return "none"


def partly():
    first = second = "unset"
    try:
        first, (second, third) = 1, 5
    except TypeError as error:
        return first, second, str(error)


for value in ((), (1,), (1, 2), (1, 2, 3), [1], [1, 2, 3], "a", "ab", "abc", {1: 2}, {1, 2}, range(3), iter([1]), iter([1, 2, 3]), (i for i in range(3)), 5, None, Long(), Bad(), NoIter(), len):
    attempt(lambda: two(value))
for value in ((), (1,), [1, 2], "abcd", iter([1]), 5, Bad()):
    attempt(lambda: starred(value))
for value in ((), [1], 5, iter([])):
    attempt(lambda: none(value))
print(partly())
