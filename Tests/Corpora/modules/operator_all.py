# operator: every function, its getters and callers, refused arguments.
import operator as op


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


print([n for n in op.__all__ if n not in ("call", "is_none", "is_not_none")])
pairs = [(7, 3), (2.5, 2), ("ab", "c"), ([1], [2]), ({1, 2}, {2}), (1, "a"), (True, 2)]
for name in ("add", "and_", "floordiv", "lshift", "matmul", "mod", "mul", "or_", "pow", "rshift", "sub", "truediv", "xor", "concat", "contains", "countOf",
             "eq", "ge", "gt", "le", "lt", "ne", "is_", "is_not", "indexOf", "getitem", "delitem"):
    print(name, end=":")
    for a, b in pairs:
        try:
            print(" ", getattr(op, name)(a, b), end="")
        except Exception as error:
            print(" ", type(error).__name__, error, end="")
    print()
for name in ("abs", "index", "inv", "invert", "neg", "not_", "pos", "truth", "length_hint"):
    print(name, end=":")
    for v in (5, -2.5, "a", [1, 2], None):
        try:
            print(" ", getattr(op, name)(v), end="")
        except Exception as error:
            print(" ", type(error).__name__, error, end="")
    print()
for name in ("iadd", "iand", "iconcat", "ifloordiv", "ilshift", "imatmul", "imod", "imul", "ior", "ipow", "irshift", "isub", "itruediv", "ixor"):
    print(name, end=":")
    for a, b in ((7, 3), ([1], [2]), ({1, 2}, {2}), ("a", 2)):
        try:
            print(" ", getattr(op, name)(a, b), end="")
        except Exception as error:
            print(" ", type(error).__name__, error, end="")
    print()


class Hint:
    def __init__(self, value):
        self.value = value

    def __length_hint__(self):
        if isinstance(self.value, type):
            raise self.value("hint")
        return self.value


class Deep:
    class inner:
        leaf = 7

    def method(self, *args, **kwargs):
        return args, kwargs

    def __getitem__(self, key):
        return key


for make in (
    lambda: op.length_hint(Hint(5)), lambda: op.length_hint(Hint(-1)), lambda: op.length_hint(Hint("a")), lambda: op.length_hint(Hint(NotImplemented), 4),
    lambda: op.length_hint(Hint(TypeError), 4), lambda: op.length_hint(Hint(KeyError), 4), lambda: op.length_hint(5, "a"), lambda: op.length_hint(),
    lambda: op.length_hint(5, default=3), lambda: op.itemgetter(), lambda: op.itemgetter(1), lambda: op.itemgetter(1)("abc"), lambda: op.itemgetter(0, 2)("abc"),
    lambda: op.itemgetter(5)("abc"), lambda: op.itemgetter("a")([1]), lambda: op.itemgetter(slice(1, 3))("abcd"), lambda: op.itemgetter(1)(), lambda: op.itemgetter(1)(1, 2),
    lambda: op.itemgetter(1)(x=1), lambda: op.itemgetter(x=1), lambda: op.itemgetter(1, "b").__reduce__(), lambda: op.attrgetter(), lambda: op.attrgetter(5),
    lambda: op.attrgetter("real")(5), lambda: op.attrgetter("inner.leaf")(Deep()), lambda: op.attrgetter("inner.leaf", "inner")(Deep)[0], lambda: op.attrgetter("inner.nope")(Deep()),
    lambda: op.attrgetter("a", "b.c"), lambda: op.attrgetter("a", "b.c").__reduce__(), lambda: op.attrgetter("a")(), lambda: op.methodcaller(), lambda: op.methodcaller(5),
    lambda: op.methodcaller("upper"), lambda: op.methodcaller("upper")("abc"), lambda: op.methodcaller("method", 1, k=2)(Deep()), lambda: op.methodcaller("nope")(5),
    lambda: op.methodcaller("m", 1, k=2), lambda: op.methodcaller("m", 1).__reduce__(), lambda: op.methodcaller("upper")(), lambda: op.methodcaller("upper")("a", "b"),
    lambda: op.setitem([1], 0), lambda: op.setitem([1], 5, 1), lambda: op.add(1), lambda: op.add(a=1, b=2), lambda: op.concat(1, 2), lambda: op.concat([1], 2),
    lambda: op.iconcat(1, [2]), lambda: op.countOf(5, 1), lambda: op.indexOf([1], 5), lambda: op.contains(5, 1), lambda: op.itemgetter(*range(3))(Deep()),
):
    show(make)
d = {}
op.setitem(d, "a", 1)
print(d, op.delitem(d, "a"), d, op.__add__ is op.add, op.__not__ is op.not_, op.__inv__ is op.inv)
