# io.StringIO: wrong arguments and closed streams.
import io


def attempt(label, f, *args, **kwargs):
    try:
        print(label, repr(f(*args, **kwargs)))
    except Exception as e:
        print(label, type(e).__name__, e)


class Index:
    def __index__(self):
        return 2


S = lambda: io.StringIO("abc\ndef\n")
for value in ["x", b"x", 1.5, None, [], Index(), True, -1]:
    label = type(value).__name__
    attempt("new " + label, lambda: io.StringIO(value).getvalue())
    attempt("newline " + label, lambda: io.StringIO("", value).read())
    attempt("read " + label, S().read, value)
    attempt("readline " + label, S().readline, value)
    attempt("readlines " + label, S().readlines, value)
    attempt("truncate " + label, S().truncate, value)
    attempt("write " + label, S().write, value)
    attempt("writelines " + label, S().writelines, [value])
attempt("seek", S().seek, "x")
attempt("seek", S().seek, -1)
attempt("seek", S().seek, 1, 1)
attempt("seek", S().seek, -1, 1)
attempt("seek", S().seek, 1, 2)
attempt("seek", S().seek, 0, 3)
attempt("seek", S().seek, 2 ** 70)
attempt("read", S().read, 2 ** 70)
attempt("iterable", S().writelines, 5)
attempt("newline", io.StringIO, "", "\n\n")
attempt("newline", io.StringIO, "", "\n\r")
attempt("state", S().__setstate__, 1)
attempt("state", S().__setstate__, ("x",))
attempt("state", S().__setstate__, (1, "\n", 0, None))
attempt("state", S().__setstate__, ("x", 5, 0, None))
attempt("state", S().__setstate__, ("x", "\n", "a", None))
attempt("state", S().__setstate__, ("x", "\n", -1, None))
attempt("state", S().__setstate__, ("x", "\n", 0, 5))
for name in ["fileno", "detach"]:
    attempt(name, getattr(S(), name))
attempt("buffer", lambda: S().buffer)
attempt("set", lambda: setattr(S(), "newlines", 1))

print("closed")
closed = S()
closed.close()
for name, args in [("read", ()), ("readline", ()), ("write", ("",)), ("write", (1,)), ("seek", (0,)), ("tell", ()), ("truncate", ()), ("getvalue", ()), ("readable", ()), ("writable", ()),
                   ("seekable", ()), ("isatty", ()), ("flush", ()), ("__enter__", ()), ("__iter__", ()), ("__next__", ()), ("__getstate__", ()), ("readlines", ()), ("writelines", ([],)),
                   ("close", ())]:
    attempt(name, getattr(closed, name), *args)
attempt("newlines", lambda: closed.newlines)
attempt("line_buffering", lambda: closed.line_buffering)
print(closed.closed, closed.encoding, closed.errors)

print("not initialized")
bare = io.StringIO.__new__(io.StringIO)
for name in ["read", "getvalue", "tell", "readable"]:
    attempt(name, getattr(bare, name))
attempt("closed", lambda: bare.closed)


class Lines(io.StringIO):
    def readline(self, size=-1):
        line = super().readline(size)
        return line.upper() if line != "two\n" else 2


lines = Lines("one\ntwo\n")
print(next(lines))
attempt("next", next, lines)
