# io.BufferedRandom and io.BufferedRWPair over own raw streams.
import io


def attempt(label, f, *args):
    try:
        print(label, f(*args))
    except Exception as e:
        print(label, type(e).__name__, e)


class Memory(io.RawIOBase):
    """A file in memory that logs what is done with it."""

    def __init__(self, data=b""):
        self.data = bytearray(data)
        self.at = 0
        self.log = []

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, buffer):
        piece = self.data[self.at:self.at + len(buffer)]
        buffer[:len(piece)] = piece
        self.log.append("r%d" % len(piece))
        self.at += len(piece)
        return len(piece)

    def write(self, data):
        self.log.append("w%d" % len(data))
        self.data[self.at:self.at + len(data)] = data
        self.at += len(data)
        return len(data)

    def seek(self, position, whence=0):
        self.log.append("s%d,%d" % (position, whence))
        self.at = position + (0, self.at, len(self.data))[whence]
        return self.at

    def tell(self):
        return self.at

    def truncate(self, size=None):
        size = self.at if size is None else size
        del self.data[size:]
        return size


def random(data=b"", size=8):
    raw = Memory(data)
    return raw, io.BufferedRandom(raw, size)


raw, b = random(b"hello world, this is a test")
print(b.read(5), b.tell(), b.write(b"WORLD"), b.tell(), b.read(4), b.tell(), raw.data, raw.log)
b.flush()
print(raw.data, raw.at)
raw, b = random(b"0123456789")
print(b.seek(3), b.peek(2), b.write(b"X"), b.readline(), b.tell(), raw.data)
print(b.seek(0), b.read(), b.seek(-3, 2), b.read(1), b.write(b"YZ"), b.seek(0), b.read(), raw.data)
raw, b = random(b"line one\nline two\nline three\n")
print(b.readline(), b.write(b"LINE"), b.readline(), b.tell(), b.read1(3), b.tell(), b.readlines(), raw.data)
raw, b = random()
print(b.write(b"abcdefghijklmnopqrst"), b.tell(), b.seek(5), b.read(3), b.seek(0, 1), b.truncate(), b.seek(0), b.read(), raw.data)
raw, b = random(b"abcdef")
target = bytearray(3)
print(b.write(b"Z"), b.readinto(target), target, b.seek(1), b.readinto1(target), target, b.write(b"!"), b.seek(0), b.read(), raw.data)
print(b.readable(), b.writable(), b.seekable(), b.raw is raw, repr(b), b.closed)
with b:
    b.seek(0, 2)
    b.write(b"end")
print(raw.data, b.closed)
attempt("closed", b.read)
attempt("closed", b.write, b"")
attempt("closed", b.seek, 0)


class Stream(Memory):
    def seekable(self):
        return False


attempt("seekable", io.BufferedRandom, Stream())


class ReadOnly(Memory):
    def writable(self):
        return False


attempt("writable", io.BufferedRandom, ReadOnly())
for step in range(1, 6):
    raw, b = random(bytes(range(48, 90)), size=step)
    print(step, b.read(3), b.write(b"abcde"), b.read(4), b.seek(1, 1), b.write(b"-"), b.seek(-2, 1), b.read(3), b.seek(0), b.read())

print("pairs")
source, sink = Memory(b"one\ntwo\nthree"), Memory()
pair = io.BufferedRWPair(source, sink)
print(pair.read(2), pair.readline(), pair.peek()[:3], pair.read1(2), pair.write(b"written"), sink.data, pair.flush(), sink.data)
target = bytearray(4)
print(pair.readinto(target), target, pair.readinto1(target), target, pair.read(), pair.readable(), pair.writable(), pair.seekable(), pair.isatty(), pair.closed)
pair.write(b"!")
pair.close()
print(pair.closed, source.closed, sink.closed, sink.data)
attempt("closed", pair.write, b"x")
attempt("closed", pair.read)
attempt("detach", pair.detach)
attempt("reader", io.BufferedRWPair, io.RawIOBase(), Memory())
attempt("writer", io.BufferedRWPair, Memory(), ReadOnly())
attempt("counts", io.BufferedRWPair, Memory())
attempt("counts", io.BufferedRWPair, Memory(), Memory(), 5, 6)
attempt("size", io.BufferedRWPair, Memory(), Memory(), 0)
attempt("bare", io.BufferedRWPair.__new__(io.BufferedRWPair).read)
print(list(io.BufferedRWPair(Memory(b"a\nb\n"), Memory())))
