# The module io: names, base classes, registered classes.
import _io
import builtins
import io

print([name for name in io.__all__ if not hasattr(io, name)], io.open is builtins.open, io.open is _io.open, io.BytesIO is _io.BytesIO, open.__name__)
print(io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.BlockingIOError is BlockingIOError)
for name in ("_IOBase", "_RawIOBase", "_BufferedIOBase", "_TextIOBase", "FileIO", "BytesIO", "StringIO", "BufferedReader", "BufferedWriter", "BufferedRandom", "BufferedRWPair", "TextIOWrapper",
             "IncrementalNewlineDecoder"):
    c = getattr(_io, name)
    print(c, c.__module__, c.__name__, c.__qualname__, [b.__name__ for b in c.__mro__])
for name in ("IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase"):
    c = getattr(io, name)
    print(c, c.__module__, type(c).__name__, [b.__name__ for b in c.__mro__], c.__abstractmethods__)
    for other in ("FileIO", "BytesIO", "StringIO", "BufferedReader", "BufferedWriter", "BufferedRandom", "BufferedRWPair", "TextIOWrapper", "IncrementalNewlineDecoder", "IOBase"):
        print("  ", other, issubclass(getattr(io, other), c))
print(io.UnsupportedOperation, io.UnsupportedOperation.__mro__, io.UnsupportedOperation.__module__)
try:
    io.BytesIO().fileno()
except OSError as e:
    print(type(e), e, e.args, isinstance(e, ValueError), e.errno, e.filename)
try:
    raise io.UnsupportedOperation(5, "five")
except ValueError as e:
    print(e, e.errno, e.strerror)


class Duck:
    def read(self):
        return "duck"


io.TextIOBase.register(Duck)
print(isinstance(Duck(), io.TextIOBase), isinstance(Duck(), io.IOBase), isinstance(Duck(), io.RawIOBase), issubclass(Duck, io.TextIOBase))


class Mine(io.TextIOBase):
    pass


class Both(io.BytesIO, Duck):
    extra = 1


print(isinstance(Mine(), io.IOBase), isinstance(Mine(), _io._TextIOBase), [c.__name__ for c in Mine.__mro__], Both(b"x").read(), Both.extra)
m = Mine()
for name in ("read", "readline", "write", "detach", "seek", "tell", "truncate", "fileno"):
    try:
        print(name, getattr(m, name)(*([""] if name == "write" else [0] if name == "seek" else [])))
    except io.UnsupportedOperation as e:
        print(name, e)
print(m.encoding, m.errors, m.newlines, m.closed, m.readable(), m.seekable(), m.writable(), m.isatty(), m.flush(), m.close(), m.closed, vars(m))


class Buffered(io.BufferedIOBase):
    def read(self, size=-1):
        return b"0123456789"[:size] if size >= 0 else b"0123456789"

    def read1(self, size=-1):
        return b"one"


target = bytearray(5)
b = Buffered()
print(b.readinto(target), target, b.readinto1(target), target)
for name, args in (("write", (b"",)), ("detach", ())):
    try:
        print(getattr(b, name)(*args))
    except io.UnsupportedOperation as e:
        print(name, e)


class TooMuch(io.BufferedIOBase):
    def read(self, size=-1):
        return b"x" * (size + 1)

    def read1(self, size=-1):
        return "text"


for f in (TooMuch().readinto, TooMuch().readinto1, Buffered().readinto):
    for value in (bytearray(2), b"fixed", 5):
        try:
            print(f(value))
        except Exception as e:
            print(type(e).__name__, e)


class Abstract(io.RawIOBase):
    from abc import abstractmethod

    @abstractmethod
    def needed(self):
        pass


try:
    Abstract()
except TypeError as e:
    print("Abstract" in str(e))


class Slots(io.RawIOBase):
    __slots__ = ("a",)


s = Slots()
s.a, s.b = 1, 2
print(s.a, s.b, vars(s))
