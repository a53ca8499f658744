# io.BytesIO: wrong arguments and closed streams.
import io


def attempt(label, f, *args, **kwargs):
    try:
        print(label, f(*args, **kwargs))
    except Exception as e:
        print(label, type(e).__name__, e)


class Index:
    def __index__(self):
        return 2


class Failing:
    def __index__(self):
        raise KeyError("index")


B = lambda: io.BytesIO(b"abc\ndef\n")
values = ["x", 1.5, None, [], Index(), Failing(), True, -1]
for value in values:
    label = type(value).__name__
    attempt("new " + label, lambda: io.BytesIO(value).getvalue())
    attempt("read " + label, B().read, value)
    attempt("read1 " + label, B().read1, value)
    attempt("readline " + label, B().readline, value)
    attempt("readlines " + label, B().readlines, value)
    attempt("write " + label, B().write, value)
    attempt("seek " + label, B().seek, 0, value if not isinstance(value, float) else "y")
    attempt("readinto " + label, B().readinto, value)
    attempt("writelines " + label, B().writelines, value if value is not None else 0)
for value in ["x", [], Index(), Failing(), True]:
    attempt("truncate", lambda: B().truncate(value) if not isinstance(value, (str, list)) else "no")
attempt("bytes", B().readinto, b"abc")
attempt("view", B().readinto, memoryview(b"abc"))
attempt("sparse", B().write, memoryview(b"abcdef")[::2])
attempt("huge", B().read, 2 ** 70)
attempt("huge", B().seek, 2 ** 70)
attempt("huge", B().seek, 0, 2 ** 40)
attempt("far", lambda: (lambda b: (b.seek(5), b.seek(2 ** 63 - 1, 1)))(B()))
attempt("negative", B().seek, -1)
attempt("negative", B().truncate, -5)
attempt("whence", B().seek, 0, 3)
attempt("whence", B().seek, 0, -1)
attempt("counts", B().seek)
attempt("counts", lambda: B().seek(1, 2, 3))
attempt("counts", lambda: io.BytesIO(b"", b""))
attempt("missing", lambda: B().peek())
attempt("missing", lambda: B().name)
attempt("state", B().__setstate__, 1)
attempt("state", B().__setstate__, (1, 2))
attempt("state", B().__setstate__, (1, 2, None))
attempt("state", B().__setstate__, (b"a", "x", None))
attempt("state", B().__setstate__, (b"a", -1, None))
attempt("state", B().__setstate__, (b"a", 1, 5))
for name in ["detach", "fileno"]:
    attempt(name, getattr(B(), name))

print("closed")
closed = B()
closed.close()
for name, args in [("read", ()), ("read1", ()), ("readline", ()), ("readlines", ()), ("readinto", (bytearray(1),)), ("write", (b"",)), ("writelines", ([],)), ("seek", (0,)),
                   ("tell", ()), ("truncate", ()), ("getvalue", ()), ("getbuffer", ()), ("readable", ()), ("writable", ()), ("seekable", ()), ("isatty", ()), ("flush", ()),
                   ("__enter__", ()), ("__next__", ()), ("__getstate__", ()), ("close", ()), ("__exit__", (1, 2, 3))]:
    attempt(name, getattr(closed, name), *args)
print(closed.closed, iter(closed) is closed)
closed.__init__(b"open again")
print(closed.closed, closed.read())
bare = io.BytesIO.__new__(io.BytesIO)
print(bare.read(), bare.getvalue(), bare.closed, bare.write(b"z"), bare.getvalue())
