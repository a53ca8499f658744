# functools: partial and partialmethod, their state and odd arguments; reduce; cmp_to_key.
import functools as F
P = F.partial


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


def every(*args, **kwargs):
    return args, kwargs


partial = P(len, 1)
partial.y = 1
for make in (
    lambda: P(), lambda: P(1), lambda: P(len), lambda: P(len, 1, a=2), lambda: P(func=len), lambda: P(int, base=2)("101"),
    lambda: P(int, base=2)("12", base=3), lambda: partial.func, lambda: partial.args, lambda: partial.keywords,
    lambda: setattr(partial, "func", 1), lambda: setattr(partial, "args", 1), lambda: delattr(partial, "args"), lambda: partial.__dict__,
    lambda: partial.__reduce__(), lambda: P(partial, 2).args, lambda: P(len)(), lambda: P(every, 1, x=1)(2, x=3, y=4), lambda: P(P(P(len), 1), 2),
    lambda: P(every, 1)(a=1)[1], lambda: P(every, **{"a b": 1})(), lambda: P(dict, a=1)(b=2),
):
    show(make)

state = P(len)
for value in (
    None, (), (1, 2, 3, 4), (len, (), {}, None), (len, [1], {}, None), (len, (1,), [], None), (len, (1,), {"a": 1}, {"z": 1}), (len, (1,), None, None),
    (1, (), {}, None), (len, (), {}), [len, (), {}, None],
):
    show(lambda: state.__setstate__(value))
    print(state, state.__dict__)
state.__setstate__((state, (), {}, {}))
print(state)


class Sub(P):
    pass


print(Sub(len, 1).__reduce__()[1], type(P(Sub(len, 1), 2)), Sub(len, 1)() if False else Sub(every, 1)(2))


class Methods:
    def f(self, *args, **kwargs):
        return args, kwargs

    g = F.partialmethod(f, 1, x=2)
    h = F.partialmethod(classmethod(lambda cls, *args: (cls.__name__, args)), 3)
    s = F.partialmethod(staticmethod(lambda *args: args), 4)
    nested = F.partialmethod(g, 5, x=6)


m = Methods()
print(m.g(5, y=1), m.h(1), Methods.h(1), m.s(1), Methods.s(1), Methods.g(m, 1), m.nested(7), type(m.g))
for make in (
    lambda: F.reduce(), lambda: F.reduce(every), lambda: F.reduce(every, []), lambda: F.reduce(every, [1]), lambda: F.reduce(max, [1, 2], 10),
    lambda: F.reduce(every, 5), lambda: F.reduce(every, [], 1, 2), lambda: F.reduce(1, [1, 2]), lambda: F.reduce(lambda a, b: a + b, [1, "a"]),
    lambda: F.cmp_to_key(), lambda: F.cmp_to_key(1)(2) < F.cmp_to_key(1)(3), lambda: F.partialmethod(1), lambda: F.partialmethod(len, 1, a=2).args,
):
    show(make)

K = F.cmp_to_key(lambda a, b: (a > b) - (a < b))
for make in (
    lambda: K(1) < K(2), lambda: K(1) == K(1), lambda: K(1) < 1, lambda: K(1) >= None, lambda: hash(K(1)), lambda: K(), lambda: K(1, 2),
    lambda: K(obj=1).obj, lambda: K(x=1), lambda: sorted([3, 1, 2], key=K), lambda: K(1).__eq__(2), lambda: type(K).__name__, lambda: K.obj,
    lambda: F.cmp_to_key(lambda a, b: None)(1) < F.cmp_to_key(lambda a, b: None)(2), lambda: F.cmp_to_key(lambda a, b: 1.5)(1) > F.cmp_to_key(1)(2),
):
    show(make)
