# Subclasses of the native streams, and streams that stand on each other.
import io


class Counting(io.BytesIO):
    def __init__(self, *args):
        self.calls = []
        super().__init__(*args)

    def read(self, size=-1):
        self.calls.append(("read", size))
        return super().read(size)

    def write(self, data):
        self.calls.append(("write", bytes(data)))
        return super().write(data)

    def close(self):
        self.calls.append("close")
        super().close()

    def flush(self):
        self.calls.append("flush")
        super().flush()


c = Counting(b"abc\ndef\n")
print(c.readline(), c.read(2), c.readlines(), list(c), c.calls)
c.writelines([b"x", b"y"])
print(c.calls, c.getvalue())
with c:
    pass
print(c.calls, c.closed)
c = Counting(b"text\nlines\n")
t = io.TextIOWrapper(c, "ascii")
print(t.readline(), t.read(2), t.write("z"), c.calls)
t.close()
print(c.calls, t.closed)

print("towers")
c = Counting(b"0123456789" * 3)
r = io.BufferedReader(c, 4)
t = io.TextIOWrapper(r, "ascii")
t._CHUNK_SIZE = 5
print(t.read(3), t.read(8), c.calls, t.tell(), r.tell(), c.tell())
print(t.detach() is r, r.detach() is c, c.closed)
c = Counting()
w = io.BufferedWriter(c, 4)
t = io.TextIOWrapper(w, "utf-16", newline="\r\n")
t.write("a\nb")
print(c.calls)
t.flush()
print(c.calls, c.getvalue())
t.write("!")
t.close()
print(c.calls, c.closed, w.closed, t.closed)
c = Counting(b"hello world")
r = io.BufferedRandom(c, 5)
t = io.TextIOWrapper(r, "ascii")
print(t.read(5), t.seek(0, 1), t.write("-"), t.seek(0), t.read(), c.getvalue())


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


u = Upper("start ")
u.write("abc")
print(u.getvalue())
print("printed", "too", file=u)
u.writelines(["x", "y"])
print(u.getvalue())


class Tagged(io.TextIOWrapper):
    def write(self, text):
        return super().write("<" + text + ">")

    @property
    def tag(self):
        return self.encoding + self.errors


b = io.BytesIO()
t = Tagged(b, "ascii")
print("a", "b", file=t)
t.writelines(["c"])
t.flush()
print(b.getvalue(), t.tag, isinstance(t, io.TextIOWrapper))


class ClosedByName(io.StringIO):
    closed = True


for f in (lambda: ClosedByName("x").__enter__(), lambda: list(ClosedByName("x")), lambda: ClosedByName("x").read(), lambda: ClosedByName("x").isatty(), lambda: ClosedByName().writelines([])):
    try:
        print(f())
    except ValueError as e:
        print(e)


class Rot(io.RawIOBase):
    """A filter on another raw stream."""

    def __init__(self, below):
        self.below = below

    def readable(self):
        return True

    def readinto(self, buffer):
        data = self.below.read(len(buffer))
        buffer[:len(data)] = bytes((c + 1) % 256 for c in data)
        return len(data)

    def close(self):
        if not self.closed:
            self.below.close()
        super().close()


source = io.BytesIO(b"GDKKN\x09vnqkc")
t = io.TextIOWrapper(io.BufferedReader(Rot(source)), "ascii")
print(t.readline(), t.read())
t.close()
print(source.closed)


class Generated(io.RawIOBase):
    """Bytes out of a generator."""

    def __init__(self, pieces):
        self.pieces = iter(pieces)
        self.rest = b""

    def readable(self):
        return True

    def readinto(self, buffer):
        while not self.rest:
            try:
                self.rest = next(self.pieces)
            except StopIteration:
                return 0
        count = min(len(self.rest), len(buffer))
        buffer[:count], self.rest = self.rest[:count], self.rest[count:]
        return count


def pieces():
    for i in range(2000):
        yield b"line %d \xc3" % i
        yield b"\xa9\r"
        yield b"\n" if i % 3 else b""


lines = io.TextIOWrapper(io.BufferedReader(Generated(pieces()), 37), "utf-8").readlines()
print(len(lines), ascii(lines[:4]), ascii(lines[-1]), sum(map(len, lines)))
data = b"".join(pieces())
print(io.BufferedReader(Generated(pieces()), 100).read() == data, sum(len(x) for x in io.BufferedReader(Generated(pieces()), 1)) == len(data))
print(io.StringIO(data.decode("utf-8"), newline=None).readlines() == lines)
