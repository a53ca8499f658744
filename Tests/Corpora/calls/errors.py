# Calls that fail: every kind of wrong argument, and things that cannot be called.
def attempt(label, action):
    try:
        print(label, "->", action())
    except Exception as error:
        print(label, "->", type(error).__name__, error)


def none():
    pass


def one(a):
    pass


def two(a, b):
    pass


def three(a, b, c):
    pass


def default(a, b=1):
    pass


def only(*, k):
    pass


def only_two(*, k, m, n=1):
    pass


def positional(a, b, /):
    pass


def mixed(a, /, b, *, c):
    pass


def kwargs(**kw):
    pass


def star(*args):
    pass


class Thing:
    def method(self, a):
        pass

    @staticmethod
    def static(a):
        pass

    @classmethod
    def cls_method(cls, a):
        pass

    def no_self():
        pass


class NoInit:
    pass


class Init:
    def __init__(self, a):
        pass


class BadInit:
    def __init__(self):
        return 5


attempt("too many 0", lambda: none(1))
attempt("too many 0 twice", lambda: none(1, 2))
attempt("too many 1", lambda: one(1, 2))
attempt("too many with default", lambda: default(1, 2, 3))
attempt("missing one", lambda: one())
attempt("missing two", lambda: two())
attempt("missing second", lambda: two(1))
attempt("missing three", lambda: three())
attempt("missing by keyword", lambda: two(b=1))
attempt("unexpected keyword", lambda: one(1, z=2))
attempt("unexpected keyword suggestion", lambda: default(1, bb=2))
attempt("multiple values", lambda: one(1, a=2))
attempt("multiple values double star", lambda: one(1, **{"a": 2}))
attempt("keyword-only missing", lambda: only())
attempt("keyword-only missing two", lambda: only_two())
attempt("keyword-only given positionally", lambda: only(1))
attempt("keyword-only positional too many", lambda: only(1, 2, k=1))
attempt("positional-only by name", lambda: positional(a=1, b=2))
attempt("positional-only one by name", lambda: positional(1, b=2))
attempt("mixed", lambda: mixed(1, 2))
attempt("mixed by name", lambda: mixed(a=1, b=2, c=3))
attempt("kwargs positional", lambda: kwargs(1))
attempt("star keyword", lambda: star(x=1))
attempt("method too few", lambda: Thing().method())
attempt("method too many", lambda: Thing().method(1, 2))
attempt("unbound too few", lambda: Thing.method())
attempt("static too many", lambda: Thing().static(1, 2))
attempt("classmethod too few", lambda: Thing.cls_method())
attempt("no self", lambda: Thing().no_self())
attempt("class without init", lambda: NoInit(1))
attempt("class without init keyword", lambda: NoInit(x=1))
attempt("init too few", lambda: Init())
attempt("init too many", lambda: Init(1, 2))
attempt("init returns", lambda: BadInit())
attempt("object()", lambda: object(1))
attempt("not callable int", lambda: (5)(1))
attempt("not callable None", lambda: None())
attempt("not callable str", lambda: "abc"())
attempt("not callable instance", lambda: NoInit()())
attempt("not callable module attribute", lambda: Thing().method.__name__())
attempt("not callable kw", lambda: (5)(x=1))
attempt("not callable star", lambda: (5)(*[]))
attempt("star of non-iterable", lambda: star(*5))
attempt("star of None", lambda: star(1, *None))
attempt("double star of non-mapping", lambda: kwargs(**5))
attempt("double star of list", lambda: kwargs(a=1, **[1]))
attempt("double star non-string key", lambda: kwargs(**{1: 2}))
attempt("double star repeated", lambda: kwargs(**{"a": 1}, **{"a": 2}))
attempt("double star repeats keyword", lambda: kwargs(a=1, **{"a": 2}))
attempt("double star repeats in method", lambda: Thing().method(a=1, **{"a": 2}))
attempt("builtin too many", lambda: len(1, 2))
attempt("builtin too few", lambda: len())
attempt("builtin keyword", lambda: len(x=1))
attempt("builtin wrong type", lambda: len(5))
attempt("builtin min args", lambda: isinstance(1))
attempt("builtin max args", lambda: isinstance(1, int, 3))
attempt("method of list", lambda: [].append())
attempt("method of list 2", lambda: [].append(1, 2))
attempt("method of list keyword", lambda: [].append(x=1))
attempt("sorted positional", lambda: sorted([1], None))
attempt("sorted keyword", lambda: sorted([1], wrong=1))
attempt("int base", lambda: int(5, 16))
attempt("print keyword", lambda: print(wrong=1))
attempt("descriptor without self", lambda: list.append())
attempt("descriptor wrong self", lambda: list.append(5, 1))
attempt("str method wrong self", lambda: str.upper(5))
attempt("lambda", lambda: (lambda x: x)())
attempt("nested qualname", lambda: (lambda: (lambda y, z: y)(1))())


class Outer:
    class Inner:
        def deep(self, q):
            pass


attempt("deep", lambda: Outer.Inner().deep())


def iterator_fails():
    yield 1
    raise ValueError("while unpacking arguments")


attempt("star raises", lambda: star(*iterator_fails()))


class BadKeys:
    def keys(self):
        return [1, 2]

    def __getitem__(self, key):
        return key


class RaisingKeys:
    def keys(self):
        raise KeyError("keys failed")

    def __getitem__(self, key):
        return key


attempt("mapping with int keys", lambda: kwargs(**BadKeys()))
attempt("mapping raises", lambda: kwargs(**RaisingKeys()))
