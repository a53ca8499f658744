"""What exceptions hold where names are instances of a subclass of str, surrogates, or numbers in place of names."""
import random


class Name(str): pass


class Slotted:
    __slots__ = ("a",)


class Plain: pass


def shown(label, function):
    try:
        print(label, "->", repr(function()))
    except Exception as error:
        text = "%s %s" % (type(error).__name__, ascii(str(error)))
        if isinstance(error, AttributeError):
            name = getattr(error, "name", None)
            text += " name %s %s" % (type(name).__name__, name)
        if isinstance(error, OSError):
            text += " args %r filename %r" % (error.args, error.filename)
        print(label, "->", text)


for value in (5, Slotted(), Plain(), Plain, [], len, property()):
    label = type(value).__name__
    shown("getattr " + label, lambda: getattr(value, Name("missing")))
    shown("setattr " + label, lambda: setattr(value, Name("missing"), 1) if label not in ("Plain", "type") else None)
    shown("object getattribute " + label, lambda: object.__getattribute__(value, Name("missing2")))
    if label != "type":
        shown("object delattr " + label, lambda: object.__delattr__(value, Name("missing2")))
    shown("plain getattr " + label, lambda: getattr(value, "missing2"))
    shown("plain delattr " + label, lambda: delattr(value, "missing2"))


class Method:
    def method(self): pass


shown("method", lambda: Method().method.__getattribute__(Name("missing")))
shown("type name", lambda: type("a\ud800", (), {}))
shown("type null", lambda: type("a\0", (), {}))
shown("class name", lambda: setattr(Plain, "__name__", "\udfff"))
shown("latin", lambda: type("\u00e9\u4e00\U0001f600", (), {}).__name__ == "\u00e9\u4e00\U0001f600")
shown("seed", lambda: random.Random("\ud800"))
for arguments in ((1, "text", True), (1, "text", 7, 8, 9), (1, "text", 2**70), (1, "text", 1.5), (1, "text", "name"), (1, "text", None), (1, "text", "a", 5, "b")):
    shown("blocking %r" % (arguments,), lambda: BlockingIOError(*arguments).args)
    shown("os error %r" % (arguments,), lambda: FileExistsError(*arguments).args)


class Index:
    def __index__(self): return 3


error = BlockingIOError(1, "text", Index())
shown("written", lambda: (error.characters_written, error.filename, len(error.args)))


class Sub(BlockingIOError): pass


shown("subclass", lambda: (Sub(1, "text", 5).filename, Sub(1, "text", 5).args))
