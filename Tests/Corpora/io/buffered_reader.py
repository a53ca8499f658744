# io.BufferedReader over own raw streams: which reads the raw stream sees.
import io


def attempt(label, f, *args, **kwargs):
    try:
        print(label, f(*args, **kwargs))
    except Exception as e:
        print(label, type(e).__name__, e, type(e.__cause__).__name__)


class Raw(io.RawIOBase):
    def __init__(self, *pieces, seekable=False):
        self.pieces = list(pieces)
        self.log = []
        self.can_seek = seekable
        self.at = 0

    def readable(self):
        return True

    def seekable(self):
        return self.can_seek

    def seek(self, position, whence=0):
        self.log.append(("seek", position, whence))
        return self.at

    def readinto(self, buffer):
        self.log.append(len(buffer))
        piece = self.pieces.pop(0) if self.pieces else b""
        if isinstance(piece, Exception):
            raise piece
        if not isinstance(piece, bytes):
            return piece
        if len(piece) > len(buffer):
            self.pieces.insert(0, piece[len(buffer):])
            piece = piece[:len(buffer)]
        buffer[:len(piece)] = piece
        self.at += len(piece)
        return len(piece)


def reader(*pieces, size=8, **kwargs):
    raw = Raw(*pieces, **kwargs)
    return raw, io.BufferedReader(raw, size)


raw, b = reader(b"abcdefghijklmnopqrstuvwxyz")
print(b.read(3), b.read(2), b.peek(), b.read(10), b.read(1), b.peek(1), b.read(), b.read(), b.read(2), raw.log)
raw, b = reader(b"abc", b"def", b"ghi")
print(b.read1(2), b.read1(5), b.read1(), b.read1(100), b.read1(), raw.log)
raw, b = reader(b"one\ntwo\nth", b"ree\nfour four four four\n", b"x")
print(b.readline(), b.readline(), b.readline(2), b.readline(), b.readline(), b.readline(), b.readline(), raw.log)
raw, b = reader(b"one\ntwo\nth", b"ree\nfour")
print(list(b), raw.log)
raw, b = reader(b"one\ntwo\nthree\n")
print(b.readlines(5), b.readlines(), raw.log)
raw, b = reader(b"abcdefghijklmnop", b"qrst")
target = bytearray(5)
print(b.readinto(target), target, b.readinto1(target), target, b.readinto(memoryview(bytearray(20))), raw.log)
raw, b = reader(b"ab", b"cd")
print(b.readinto1(target), target, b.readinto(target), target, b.readinto(target), raw.log)

print("nothing yet")
for pieces in [(None,), (b"ab", None), (b"ab", None, b"cd"), ()]:
    print(pieces, [f(reader(*pieces)[1]) for f in (lambda b: b.read(), lambda b: b.read(5), lambda b: b.read(1), lambda b: b.read1(5), lambda b: b.readline(), lambda b: b.peek(),
                                                   lambda b: b.readinto(bytearray(4)), lambda b: b.readinto1(bytearray(4)), lambda b: b.read(0))])

print("positions")
raw, b = reader(b"0123456789abcdef", seekable=True)
print(b.tell(), b.read(2), b.tell(), b.seek(5), b.read(1), b.seek(-3, 1), b.read(2), b.tell(), raw.log)
print(b.seek(1), b.read(3), b.seek(2, 1), b.read(1), raw.log)
raw, b = reader(b"0123456789abcdef")
attempt("seek", b.seek, 1)

print("errors")
attempt("size", io.BufferedReader, Raw(), 0)
attempt("size", io.BufferedReader, Raw(), -1)
attempt("size", io.BufferedReader, Raw(), "x")
attempt("raw", io.BufferedReader, 5)
attempt("raw", io.BufferedReader, io.RawIOBase())
attempt("argument", reader(b"x")[1].read, -2)
attempt("argument", reader(b"x")[1].read, "x")
attempt("argument", reader(b"x")[1].read1, None)
attempt("argument", reader(b"x")[1].readline, "x")
attempt("argument", reader(b"x")[1].peek, "x")
attempt("argument", reader(b"x")[1].readinto, b"x")
attempt("whence", reader(b"x", seekable=True)[1].seek, 0, 9)
attempt("target", reader(b"x", seekable=True)[1].seek, "x")
attempt("length", reader(100)[1].read, 3)
attempt("length", reader(-1)[1].read, 3)
attempt("length", reader(OSError("broken"))[1].read, 3)
attempt("length", reader(KeyError("k"))[1].readline)
attempt("write", reader(b"x")[1].write, b"x")
attempt("truncate", lambda: io.BufferedWriter(io.BytesIO()).truncate("x") if False else "skipped")
attempt("fileno", reader(b"x")[1].fileno)
attempt("name", lambda: reader(b"x")[1].name)


class Reentrant(Raw):
    def readinto(self, buffer):
        return self.reader.read(1) and 0


raw = Reentrant()
raw.reader = io.BufferedReader(raw)
attempt("reentrant", raw.reader.read, 1)

print("closing")
raw, b = reader(b"abc")
print(b.read(1), b.raw is raw, b.closed, b.readable(), b.writable(), b.seekable(), b.isatty(), repr(b))
with b:
    pass
print(b.closed, raw.closed)
for name, args in [("read", ()), ("read1", ()), ("readline", ()), ("peek", ()), ("readinto", (bytearray(1),)), ("seek", (0,)), ("flush", ()), ("__next__", ()), ("__enter__", ()), ("close", ())]:
    attempt(name, getattr(b, name), *args)
raw, b = reader(b"abc")
print(b.detach() is raw, b.raw)
for name in ["read", "detach", "close", "flush", "readable"]:
    attempt(name, getattr(b, name))
attempt("closed", lambda: b.closed)
b.__init__(Raw(b"anew"))
print(b.read(), repr(b))
bare = io.BufferedReader.__new__(io.BufferedReader)
attempt("bare", bare.read)
attempt("bare", lambda: bare.closed)


class Named(Raw):
    name = "the name"
    mode = "rb"


b = io.BufferedReader(Named(b"x"))
print(repr(b), b.name, b.mode)


class Lines(io.BufferedReader):
    def readline(self, size=-1):
        return b"<" + super().readline(size) + b">" if self.peek() else b""


print(list(Lines(Raw(b"a\nb\n"))))
