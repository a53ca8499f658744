# io.TextIOWrapper: wrong arguments; closed, detached and uninitialized streams.
# versions: 3.12-
import io


def attempt(label, f, *args, **kwargs):
    try:
        print(label, ascii(f(*args, **kwargs)))
    except Exception as e:
        print(label, type(e).__name__, e)


T = lambda data=b"abc\ndef\n", *args, **kwargs: io.TextIOWrapper(io.BytesIO(data), "utf-8", *args, **kwargs)
attempt("new", io.TextIOWrapper)
attempt("new", io.TextIOWrapper, 5)
attempt("new", io.TextIOWrapper, object())
attempt("new", io.TextIOWrapper, io.BytesIO(), 5)
attempt("new", io.TextIOWrapper, io.BytesIO(), "utf-8", 5)
attempt("new", io.TextIOWrapper, io.BytesIO(), "utf-8", None, 5)
attempt("new", io.TextIOWrapper, io.BytesIO(), "utf-8", None, "x")
attempt("new", io.TextIOWrapper, io.BytesIO(), "utf-8", None, "\n\r")
attempt("new", io.TextIOWrapper, io.BytesIO(), "a\0b")
attempt("new", io.TextIOWrapper, io.BytesIO(), "utf-8", "a\0b")
attempt("new", lambda: T(line_buffering="yes").line_buffering)
attempt("new", lambda: T(write_through=[]).write_through)
for value in ("x", 1.5, None, True, -1, [], 2 ** 70):
    label = type(value).__name__
    attempt("read " + label, T().read, value)
    attempt("readline " + label, T().readline, value)
    attempt("readlines " + label, T().readlines, value)
    attempt("write " + label, T().write, value)
    attempt("writelines " + label, T().writelines, value)
attempt("write", T().write, b"x")
attempt("write", T().write)
attempt("seek", T().seek, 0, "x")
attempt("seek", T().seek, None)
attempt("chunk", setattr, T(), "_CHUNK_SIZE", 0)
attempt("chunk", setattr, T(), "_CHUNK_SIZE", "x")
attempt("field", setattr, T(), "encoding", "x")
attempt("field", setattr, T(), "buffer", None)
attempt("field", setattr, T(), "errors", None)
attempt("field", setattr, T(), "closed", True)
attempt("name", lambda: T().name)
attempt("mode", lambda: T().mode)
attempt("fileno", T().fileno)
t = T()
t.mode, t.extra = "custom", 1
print(t.mode, vars(t), repr(t))
attempt("reduce", t.__reduce__)


class OneWay(io.BytesIO):
    def __init__(self, data, reads, writes):
        super().__init__(data)
        self.flags = reads, writes

    def readable(self):
        return self.flags[0]

    def writable(self):
        return self.flags[1]


t = io.TextIOWrapper(OneWay(b"x\n", True, False), "utf-8")
attempt("write", t.write, "x")
print(t.read(), t.readable(), t.writable())
t = io.TextIOWrapper(OneWay(b"x\n", False, True), "utf-8")
attempt("read", t.read)
attempt("read", t.read, 1)
attempt("readline", t.readline)
attempt("next", next, t)
print(t.write("y"), t.newlines)

print("closed")
closed = T()
with closed as same:
    print(same is closed, closed.read(1))
for name, args in [("read", ()), ("read", ("x",)), ("readline", ()), ("write", ("x",)), ("write", (5,)), ("seek", (0,)), ("tell", ()), ("flush", ()), ("truncate", ()), ("readable", ()),
                   ("isatty", ()), ("__enter__", ()), ("__iter__", ()), ("__next__", ()), ("readlines", ()), ("writelines", ([],)), ("detach", ()), ("reconfigure", ()), ("close", ())]:
    attempt(name, getattr(closed, name), *args)
print(closed.closed, closed.buffer.closed, closed.encoding, closed.errors, repr(closed))

print("detached")
t = T()
t.write("XY")
b = t.detach()
print(b.getvalue(), b.closed, t.buffer, t.encoding, t.errors, t.line_buffering, repr(t))
for name, args in [("read", ()), ("write", ("x",)), ("flush", ()), ("close", ()), ("detach", ()), ("fileno", ()), ("seekable", ())]:
    attempt(name, getattr(t, name), *args)
attempt("closed", lambda: t.closed)
attempt("name", lambda: t.name)
t.__init__(b, "latin-1")
print(t.read(), t.encoding)

print("bare")
bare = io.TextIOWrapper.__new__(io.TextIOWrapper)
print(bare.encoding, bare.buffer, bare.line_buffering, bare.write_through)
for name, args in [("read", ()), ("write", ("x",)), ("close", ()), ("flush", ()), ("__repr__", ())]:
    attempt(name, getattr(bare, name), *args)
attempt("errors", lambda: bare.errors)
attempt("newlines", lambda: bare.newlines)
attempt("closed", lambda: bare.closed)


class FailingFlush(io.BytesIO):
    def flush(self):
        raise OSError("flush")


t = io.TextIOWrapper(FailingFlush(), "utf-8")
attempt("close", t.close)
print(t.closed)
