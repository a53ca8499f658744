# open() and io.FileIO with files that every system has: /dev/null, /dev/zero, the program itself.
import io

NULL, ZERO = "/dev/null", "/dev/zero"


def attempt(label, f, *args, **kwargs):
    try:
        print(label, f(*args, **kwargs))
    except Exception as e:
        print(label, type(e).__name__, e.args, getattr(e, "filename", None))


f = io.FileIO(NULL)
print(f, f.name, f.mode, f.closefd, f.readable(), f.writable(), f.seekable(), f.isatty(), f.closed, type(f.fileno()).__name__)
print(f.read(), f.read(5), f.readall(), f.readinto(bytearray(3)), f.readline(), f.readlines(), f.tell(), f.seek(5), vars(f))
f.close()
print(f, f.closed, f.close(), vars(f))
for name, args in [("read", ()), ("readall", ()), ("write", (b"",)), ("seek", (0,)), ("tell", ()), ("fileno", ()), ("readable", ()), ("truncate", ()), ("flush", ()), ("__enter__", ()), ("readline", ())]:
    attempt(name, getattr(f, name), *args)
with io.FileIO(ZERO) as f:
    target = bytearray(b"abcdef")
    print(f.read(4), f.readinto(target), target, f.readinto(memoryview(bytearray(b"xyz"))[1:]), f.readline(3))
    attempt("write", f.write, b"x")
with io.FileIO(NULL, "w") as f:
    print(f, f.write(b"abc"), f.write(bytearray(b"defg")), f.write(memoryview(b"hi")), f.readable())
    attempt("read", f.read)
    attempt("read", f.readinto, bytearray(1))
    attempt("write", f.write, "text")
print([io.FileIO(NULL, mode).mode for mode in ("r", "rb", "w", "wb", "a", "r+", "rb+", "w+", "a+", "+r")])
for mode in ("", "b", "rw", "ra", "r++", "q", "rx", "U"):
    attempt("mode " + mode, io.FileIO, NULL, mode)
for value in (-1, 2 ** 40, 99999, None, [], 1.5, "a\0b"):
    attempt("file", io.FileIO, value) if value != 1.5 else None
attempt("missing", io.FileIO, "/no/such/file")
attempt("missing", open, "/no/such/file")
attempt("missing", open, b"/no/such/file", "w")
attempt("directory", open, "/")
attempt("exists", open, NULL, "x")
attempt("closefd", open, NULL, closefd=False)


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


print(open(Path(NULL)).name, open(Path(NULL.encode()), "rb").name)
attempt("path", open, Path(5))
opened = []


def opener(path, flags):
    opened.append((path, type(flags).__name__))
    return keep.fileno()


keep = open(NULL, "rb")
f = open("whatever", "rb", opener=opener)
print(f.name, opened, f.read())
f.close()
attempt("closed twice", keep.close)
attempt("opener", open, "x", opener=lambda path, flags: -1)
attempt("opener", open, "x", opener=lambda path, flags: "no")
attempt("opener", open, "x", opener=5)

print("layers")
for mode in ("r", "w", "a", "r+", "w+", "rb", "wb", "ab", "r+b", "w+b", "ab+", "rt", "wt", "tr"):
    with open(NULL, mode, encoding=None if "b" in mode else "utf-8") as f:
        print(mode, f, f.mode, f.readable(), f.writable(), f.seekable(), type(getattr(f, "buffer", getattr(f, "raw", None))).__name__)
print(open(NULL, "rb", 0), open(NULL, "wb", buffering=0), open(NULL, "rb", 1000), open(NULL, "w", 1, "utf-8").line_buffering, open(NULL, "w", encoding="utf-8").line_buffering)
for args in [("z",), ("rr",), ("rbt",), ("rw",), ("wa",), ("+",), ("b",), ("t",), (5,), ("r", 0), ("r", "x"), ("rb", -1, "utf-8"), ("rb", -1, None, "strict"), ("rb", -1, None, None, ""),
             ("r", -1, "no-such"), ("r", -1, "utf-8", None, "x"), ("r", -1, 5), ("r", -1, "utf-8", 5), ("r", -1, "utf-8", None, 5)]:
    attempt("open " + repr(args), open, NULL, *args)
attempt("counts", open)
attempt("counts", open, NULL, "r", -1, None, None, None, True, None, 5)
with open(NULL, "w", encoding="latin-1", errors="replace", newline="\r\n") as f:
    print(f.encoding, f.errors, f.write("日\n"), f.name, f.newlines, f.tell(), f.seekable(), f.isatty())
    attempt("read", f.read)
with open(NULL, encoding="utf-8") as f:
    print(repr(f.read()), repr(f.readline()), f.readlines(), list(f), f.tell(), f.seek(0), repr(f.read(3)))
    attempt("write", f.write, "x")
    attempt("truncate", f.buffer.write, b"x")
    attempt("bytes", open(NULL, "w", encoding="utf-8").write, b"x")
with open(ZERO, "rb") as f:
    print(f.read(3), f.peek(2)[:2], f.read1(4)[:4], len(f.read(20000)), f.readinto(bytearray(9000)))
with open(ZERO, encoding="ascii") as f:
    print(ascii(f.read(3)), len(f.read(100000)))
with open(__file__, "rb") as f:
    head = f.read(16)
    rest = f.read()
    print(head[2:4], len(head), len(rest) > 1000, f.read(), f.seek(2), f.read(2), f.tell(), f.seek(0, 2) == 16 + len(rest), f.seek(-4, 2) == 12 + len(rest), f.read() == rest[-4:])
    f.seek(0)
    print(b"".join(f) == head + rest, f.seek(3), f.peek()[:1], f.raw.tell() > 3, f.tell())
with open(__file__, encoding="latin-1", newline="") as f:
    text = f.read()
    f.seek(0)
    print(text.encode("latin-1") == head + rest, "".join(f) == text, f.seek(0), f.read(16).encode("latin-1") == head, f.tell())
