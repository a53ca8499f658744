# versions: 3.9-
# functools.singledispatch and singledispatchmethod: registration, ABCs, ambiguity, refused arguments.
import collections.abc as A
import functools as F


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


@F.singledispatch
def fun(x, *rest):
    "the general one"
    return "object"


def annotated(x: float):
    return "float"


def by_name(x: "str"):
    return "str"


def wrong(x: 5):
    pass


fun.register(int, lambda x: "int")
for make in (
    lambda: F.singledispatch(), lambda: fun(), lambda: fun(x=1), lambda: fun(1), lambda: fun(True), lambda: fun(1.5), lambda: fun.__doc__,
    lambda: fun.__name__, lambda: fun.dispatch(bool) is fun.registry[int], lambda: fun.dispatch(), lambda: fun.register(), lambda: fun.register(5),
    lambda: fun.register(5, len), lambda: fun.register(len), lambda: fun.register(annotated) is annotated, lambda: fun(1.5),
    lambda: fun.register(by_name) is by_name, lambda: fun("a"), lambda: fun.register(wrong), lambda: fun.register(type(None))(lambda x: "None")(1),
    lambda: fun(None), lambda: [cls.__name__ for cls in fun.registry], lambda: fun._clear_cache(),
):
    show(make)

fun.register(A.Mapping, lambda x: "mapping")
fun.register(A.Sized, lambda x: "sized")
print(fun({}), fun(set()), fun([]))


class Length(A.Sized):
    def __len__(self):
        return 0


class Duck:
    def __len__(self):
        return 0


class Later:
    pass


print(fun(Length()), fun(Duck()), fun(Later()))
A.Sized.register(Later)
fun._clear_cache()
print(fun(Later()))
fun.register(A.MutableMapping, lambda x: "mutable mapping")
print(fun({}), fun(type("D", (dict,), {})()))


class Generic:
    @F.singledispatchmethod
    def go(self, x):
        "goes"
        return "base", x

    @go.register
    def _(self, x: int):
        return "int", x

    @go.register(str)
    def _(self, x):
        return "str", x

    @F.singledispatchmethod
    @classmethod
    def make(cls, x):
        return cls.__name__, "base"

    @make.register(int)
    @classmethod
    def _(cls, x):
        return cls.__name__, "int"


class Derived(Generic):
    pass


g = Derived()
print(g.go(1), g.go("a"), g.go(1.5), Generic.make(1), g.make(""), Derived.make(1), Generic.go(g, 1), g.go.__name__, g.go.__doc__)
for make in (lambda: F.singledispatchmethod(), lambda: F.singledispatchmethod(5), lambda: Generic.__dict__["go"].__isabstractmethod__):
    show(make)
