# Names that another version's program changes.
value = 1
_private = "private"
len = lambda x: "own len"
__all__ = ["value", "bump", "read", "length"]


def bump():
    global value
    value += 1
    return value


def read(name):
    return globals()[name]


def length(x):
    return len(x)


def builtin_sum(x):
    return sum(x)


def __getattr__(name):
    if name == "computed":
        return "computed " + __name__
    raise AttributeError("module has no " + name)


def __dir__():
    return ["listed"]


class Holder:
    value = value
