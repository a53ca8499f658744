"""Item assignment and deletion where there is none: indices are converted first by what has the slots of sequences."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

class Index:
    def __init__(self, value): self.value = value

    def __index__(self):
        if isinstance(self.value, Exception): raise self.value
        return self.value


class Plain: pass


class Gettable:
    def __getitem__(self, key): return key


def assign(target, key): target[key] = 1


def delete(target, key): del target[key]


TARGETS = (
    ("tuple", (1,)), ("str", "a"), ("bytes", b"a"), ("range", range(3)), ("set", {1}), ("frozenset", frozenset()), ("int", 5), ("float", 1.5),
    ("None", None), ("Plain", Plain()), ("Gettable", Gettable()), ("function", len), ("class", Plain), ("slice", slice(1)), ("keys", {}.keys()),
    ("list", [1]), ("bytearray", bytearray(b"a")), ("dict", {}))
for name, target in TARGETS:
    for key in (0, 5, 2**70, -2**70, "x", None, 1.0, True):
        if name == "dict":
            continue
        show("%s[%r] = 1" % (name, key), assign, target, key)
        show("del %s[%r]" % (name, key), delete, target, key)
    show("%s[Index] = 1" % name, assign, target if name != "dict" else (), Index(2**70))
    show("%s[failing] = 1" % name, assign, target if name != "dict" else (), Index(ValueError("mine")))
    show("del %s[failing]" % name, delete, target if name != "dict" else (), Index(ValueError("mine")))
