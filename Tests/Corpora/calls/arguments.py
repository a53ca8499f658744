# Calls of every shape: positional, keyword, star, double star, defaults, keyword-only, positional-only.
def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


print(f(1, c=3))
print(f(1, 5, 6, 7, c=3, e=9))
print(f(*[1, 2], *(3,), c=3))
print(f(1, **{"c": 3, "z": 26}))
print(f(*"ab", **{"c": 1}, d=2, **{"y": 3}))
print(f(c=3, a=1))
print(f(1, *[], c=0, **{}))


def positional(a, b, /, c, *, d):
    return a, b, c, d


print(positional(1, 2, 3, d=4), positional(1, 2, c=3, d=4))


def names_clash(a, /, **kwargs):
    return a, kwargs


print(names_clash(1, a=2))


def no_arguments():
    return "none"


def only_star(*args):
    return args


def only_double(**kwargs):
    return kwargs


print(no_arguments(), only_star(), only_star(1, 2), only_star(*range(3)), only_double(), only_double(x=1, y=2))


def evaluation(log):
    def n(x):
        log.append(x)
        return x
    f(n(1), *[n(2)], n(3), c=n(4), **{"e": n(5)}, d=n(6))
    return log


print(evaluation([]))


class Callable:
    def __call__(self, *args, **kwargs):
        return "called", args, kwargs


class Instance:
    def __init__(self, a, *, b=0):
        self.a, self.b = a, b

    def method(self, x, y=1):
        return self.a, self.b, x, y


print(Callable()(1, k=2), Callable()(), Callable()(*[1], **{"q": 2}))
i = Instance(1, b=2)
print(i.method(3), i.method(3, 4), i.method(x=5), i.method(*[6], **{"y": 7}), Instance.method(i, 8))
bound = i.method
print(bound(1), bound(y=2, x=1), bound(*(1, 2)))
print(int("ff", base=16), int("12"), int(), str(b"x", encoding="ascii"), sorted([3, 1, 2], key=lambda v: -v, reverse=True))
print(max(1, 5, 3), max([1, 5], key=lambda v: -v), max([], default="d"), print("a", "b", sep="-", end="!\n"))
print(dict(a=1, **{"b": 2}), dict([("x", 1)], y=2), list(map(lambda *a: a, [1, 2], "ab")))
print((lambda: 1)(), (lambda x, y=2: (x, y))(1), (lambda *a, **k: (a, k))(1, z=3))


def default_mutable(x, acc=[]):
    acc.append(x)
    return acc


print(default_mutable(1), default_mutable(2), default_mutable(3, []), default_mutable.__defaults__)


def many(a, b, c, d, e, f, g, h, i, j, k=11, l=12):
    return a + b + c + d + e + f + g + h + i + j + k + l


print(many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, l=0), many(*range(10), l=5))
print(only_star(*[1], *{2: 3}, *"s", *(4,), *{5}), only_star(*(x for x in range(3))))


def calls_itself(n):
    return 1 if n == 0 else n * calls_itself(n - 1)


print(calls_itself(30))


class Mapping:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, key):
        return key * 2


print(only_double(**Mapping()), dict(Mapping()))
