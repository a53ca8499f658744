# Patterns that fail with an exception, and attributes that do not exist.
# versions: 3.10-
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class NoArgs:
    def __init__(self):
        self.a = 1


class OneArg:
    __match_args__ = ("a",)
    a = 1


class ListArgs:
    __match_args__ = ["a"]
    a = 1


class IntArgs:
    __match_args__ = (5,)


class Twice:
    __match_args__ = ("a", "a")
    a = 1


class Missing:
    __match_args__ = ("not_there",)


class Raising:
    __match_args__ = ("value",)

    @property
    def value(self):
        raise ValueError("property failed")


def positional(cls, instance):
    match instance:
        case cls(x):
            return "one", x
        case _:
            return "no match"


def two(cls, instance):
    match instance:
        case cls(x, y):
            return x, y
    return "no match"


def keyword(cls, instance):
    match instance:
        case cls(a=x):
            return "a is", x
    return "no match"


def both(cls, instance):
    match instance:
        case cls(x, a=y):
            return x, y
    return "no match"


attempt(lambda: positional(NoArgs, NoArgs()))
attempt(lambda: positional(OneArg, OneArg()))
attempt(lambda: two(OneArg, OneArg()))
attempt(lambda: positional(ListArgs, ListArgs()))
attempt(lambda: positional(IntArgs, IntArgs()))
attempt(lambda: two(Twice, Twice()))
attempt(lambda: both(OneArg, OneArg()))
attempt(lambda: positional(Missing, Missing()))
attempt(lambda: positional(Raising, Raising()))
attempt(lambda: keyword(NoArgs, NoArgs()))
attempt(lambda: keyword(Missing, Missing()))
attempt(lambda: keyword(NoArgs, 5))
attempt(lambda: positional(5, 5))
attempt(lambda: positional("str", "s"))
attempt(lambda: positional(int, 7))
attempt(lambda: two(int, 7))
attempt(lambda: keyword(int, 7))
attempt(lambda: positional(int | str, 7))


class BadEq:
    def __eq__(self, other):
        raise KeyError("in eq")


def literal(value):
    match value:
        case 1:
            return "one"
        case "a":
            return "a"
    return "none"


attempt(lambda: literal(BadEq()))


class BadLen(list):
    def __len__(self):
        raise ValueError("len failed")


def sequence(value):
    match value:
        case [a, b]:
            return a, b
        case [a, *_]:
            return a
    return "none"


attempt(lambda: sequence(BadLen([1, 2])))


class BadGet(dict):
    def get(self, key, default=None):
        raise ValueError("get failed")


def mapping(value):
    match value:
        case {"k": v}:
            return v
    return "none"


attempt(lambda: mapping(BadGet(k=1)))


class K:
    A = "same"
    B = "same"


def duplicate_keys(value):
    match value:
        case {K.A: a, K.B: b}:
            return a, b
    return "none"


attempt(lambda: duplicate_keys({"same": 1, "other": 2}))
attempt(lambda: duplicate_keys({}))


class Unhashable:
    KEY = []


def unhashable_key(value):
    match value:
        case {Unhashable.KEY: v}:
            return v
    return "none"


attempt(lambda: unhashable_key({"a": 1}))


class LyingInstance(type):
    def __instancecheck__(cls, instance):
        raise TypeError("instance check failed")


class Lying(metaclass=LyingInstance):
    pass


attempt(lambda: keyword(Lying, 5))


def missing_dotted(value):
    match value:
        case K.NOTHING:
            return "?"


attempt(lambda: missing_dotted(1))


def guard(value):
    match value:
        case x if x / 0:
            return "?"


attempt(lambda: guard(1))
