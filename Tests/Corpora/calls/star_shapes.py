# Calls and displays with stars: every mixture, order of evaluation, what is passed.
def show(*args, **kwargs):
    return args, kwargs


def note(value):
    order.append(value)
    return value


order = []
a, b, d, e = [1, 2], (3,), {"x": 1}, {"y": 2}
print(show(*a), show(*a, *b), show(0, *a), show(*a, 9), show(*a, 5, *b, 6), show(*"ab", *range(2), *{7: 8}))
print(show(**d), show(**d, **e), show(z=0, **d), show(**d, z=9), show(*a, **d), show(*a, k=1, **d), show(0, *a, k=1, *b, **d, m=2, **e))
print(show(*(), **{}), show(*[]), show(*iter(a)), show(*(i for i in range(2))), show(**dict(a=1)))
print([*a, *b], [0, *a, 9], (*a, *b), (*a,), {*a, *b}, {**d, **e}, {"k": 0, **d}, {**d, "k": 9}, {**d, "x": 5}, {"x": 5, **d}, [*[], *()], {*()}, (*[], *[]))
print(show(note("first"), *note([1]), k=note("key"), **note({"m": 2})), order)
order.clear()
print(show(*note("ab"), note("c"), *note("d"), **note({"x": 1}), y=note(2), **note({"z": 3})), order)
order.clear()
print({note("k1"): note("v1"), **note({"k2": 1}), note("k3"): note("v3")}, [note(1), *note([2]), note(3)], order)


def positional(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


print(positional(1, c=3), positional(*[1, 5], c=3), positional(*[1, 5, 6, 7], **{"c": 3, "e": 9}), positional(**{"a": 1, "c": 2, "b": 3}))


class Keys:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, key):
        return key * 2


class Callable:
    def __call__(self, *args, **kwargs):
        return args, kwargs

    def method(self, *args, **kwargs):
        return args, kwargs

    @classmethod
    def of_class(cls, *args, **kwargs):
        return cls.__name__, args, kwargs

    @staticmethod
    def static(*args, **kwargs):
        return args, kwargs


c = Callable()
for f in (c, c.method, c.of_class, Callable.of_class, c.static, Callable.static, lambda *p, **q: (p, q)):
    print(f(*a, **Keys()), f(1, *a, k=2), f(k=2, *b), f(*b, **d))
print(dict(**Keys()), dict(d, **e), max(*a, *b), print.__name__, "{}-{k}".format(*b, **{"k": 1}), sorted(*[[3, 1]], **{"reverse": True}))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: show(*5))
attempt(lambda: show(**5))
attempt(lambda: show(*a, **[1]))
attempt(lambda: show(**{1: 2}))
attempt(lambda: show(x=1, **d))
attempt(lambda: show(**d, **d))
attempt(lambda: show(*a, *5))
attempt(lambda: positional(*[1, 2], b=3, c=1))
attempt(lambda: positional(**{"c": 1}))
attempt(lambda: positional(*[]))
attempt(lambda: c.method(*5))
attempt(lambda: c.method(**d, **d))
attempt(lambda: len(*[1, 2]))
attempt(lambda: len(**{"obj": 1}))
attempt(lambda: Callable(*[1]))
attempt(lambda: [*5])
attempt(lambda: {**5})
attempt(lambda: {*5})
attempt(lambda: (*None,))
