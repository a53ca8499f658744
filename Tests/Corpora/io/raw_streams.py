# Own raw streams: io.RawIOBase over readinto() and write().
import io


def attempt(label, f, *args):
    try:
        print(label, f(*args))
    except Exception as e:
        print(label, type(e).__name__, e, [c.__name__ for c in type(e).__mro__[1:3]])


class Raw(io.RawIOBase):
    """Gives its pieces one after the other."""

    def __init__(self, *pieces):
        self.pieces = list(pieces)
        self.asked = []

    def readable(self):
        return True

    def readinto(self, buffer):
        self.asked.append(len(buffer))
        if not self.pieces:
            return 0
        piece = self.pieces[0]
        if piece is None:
            return self.pieces.pop(0)
        count = min(len(piece), len(buffer))
        buffer[:count] = piece[:count]
        self.pieces[0] = piece[count:]
        if not self.pieces[0]:
            self.pieces.pop(0)
        return count


r = Raw(b"abc\nde", b"f\n", b"tail")
print(r.read(2), r.readline(), r.readline(), r.read(2), r.read(10), r.read(1), r.asked)
print(Raw(b"abc", b"def").readall(), Raw(b"abc", b"def").read(), Raw(b"abc", b"def").read(-1), Raw().readall(), Raw().read(3))
print(list(Raw(b"one\ntw", b"o\n\nthree")), Raw(b"a\nb\nc\n").readlines(3), Raw(b"a\nb\nc\n").readlines(), Raw(b"long line\n").readline(4))
print(Raw(None).read(3), Raw(None).readall(), Raw(b"x", None, b"y").readall())
r = Raw(b"x")
print(r.readable(), r.writable(), r.seekable(), r.closed, r.isatty(), r._checkReadable(), r._checkClosed())
for name, args in [("write", (b"x",)), ("seek", (0,)), ("tell", ()), ("truncate", ()), ("fileno", ()), ("_checkWritable", ()), ("_checkSeekable", ())]:
    attempt(name, getattr(r, name), *args)
attempt("plain", io.RawIOBase().read)
attempt("plain", io.RawIOBase().readinto, bytearray(1))
attempt("plain", io.RawIOBase().write, b"")
attempt("argument", Raw(b"x").read, "x")
attempt("argument", Raw(b"x").read, 1.5)
attempt("argument", Raw(b"x").readline, "x")
print(Raw(b"a\n").readline(None), Raw(b"a\n").readlines(None))


class Odd(io.RawIOBase):
    def __init__(self, result):
        self.result = result

    def readinto(self, buffer):
        return self.result


attempt("str", Odd("x").read, 3)
attempt("float", Odd(1.0).read, 3)


class Reads(io.RawIOBase):
    def __init__(self, result):
        self.result = result

    def read(self, size=-1):
        return self.result


attempt("read", Reads("text").readall)
attempt("read", Reads("text").readline)
attempt("read", Reads(b"").readline)
attempt("read", Reads(None).readall)


class Peeks(Raw):
    def peek(self, size=0):
        print("peek", size)
        return self.pieces[0][:3] if self.pieces else b""


print(Peeks(b"abcdef\nxyz\n").readline(), Peeks(b"ab\ncd").readline(), Peeks(b"abcdef").readline(4))

print("closing")


class Noisy(Raw):
    def flush(self):
        print("flush")
        super().flush()

    def close(self):
        print("close")
        super().close()


n = Noisy(b"x")
with n as same:
    print(same is n)
print(n.closed, vars(n).get("__IOBase_closed"))
n.close()
for name, args in [("read", (1,)), ("readline", ()), ("flush", ()), ("__enter__", ()), ("__iter__", ()), ("isatty", ()), ("writelines", ([],)), ("_checkClosed", ())]:
    attempt(name, getattr(n, name), *args)


class FailingFlush(Raw):
    def flush(self):
        raise OSError("flush failed")


f = FailingFlush()
attempt("close", f.close)
print(f.closed)


class Slow(io.RawIOBase):
    def __init__(self):
        self.taken = []

    def writable(self):
        return True

    def write(self, data):
        self.taken.append(bytes(data[:2]))
        return min(2, len(data))


w = Slow()
print(w.write(b"abc"), w.writelines([b"de", b"f"]), w.taken, w._checkWritable())
print(isinstance(w, io.IOBase), isinstance(w, io.RawIOBase), isinstance(w, io.BufferedIOBase), issubclass(Slow, io.IOBase), Slow.__mro__[1:4])
