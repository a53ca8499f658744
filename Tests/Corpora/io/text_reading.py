# io.TextIOWrapper: reading with all newline modes and sizes of chunks.
import io

data = "first\r\nsecond\rthird\n\r\n\n\rfünf 日本\r\n😀 last"
for newline in (None, "", "\n", "\r", "\r\n"):
    results = set()
    for size in (1, 2, 3, 5, 7, 64):
        t = io.TextIOWrapper(io.BytesIO(data.encode("utf-8")), "utf-8", newline=newline)
        t._CHUNK_SIZE = size
        lines = []
        while True:
            line = t.readline()
            if not line:
                break
            lines.append(line)
        results.add((tuple(lines), t.newlines))
        t = io.TextIOWrapper(io.BytesIO(data.encode("utf-8")), "utf-8", newline=newline)
        t._CHUNK_SIZE = size
        assert "".join(lines) == t.read(), (newline, size)
        t.seek(0)
        assert lines == list(t), (newline, size)
        t.seek(0)
        pieces = []
        while True:
            piece = t.read(4)
            pieces.append(piece)
            if not piece:
                break
        assert "".join(pieces) == "".join(lines)
        t.seek(0)
        limited = []
        while True:
            piece = t.readline(3)
            if not piece:
                break
            limited.append(piece)
        assert "".join(limited) == "".join(lines) and max(map(len, limited)) <= 3
    print(ascii(newline), len(results), ascii(results.pop()))

print("calls below")


class Logged(io.BytesIO):
    def read(self, size=-1):
        print("  read", size)
        return super().read(size)

    def read1(self, size=-1):
        print("  read1", size)
        return super().read1(size)


t = io.TextIOWrapper(Logged(b"abcdefghij\nklm\n" * 3), "ascii")
t._CHUNK_SIZE = 10
print(ascii(t.read(4)), ascii(t.readline()), ascii(t.read(20)), ascii(t.read()), ascii(t.read()), ascii(t.readline()), ascii(t.read(3)))


class NoRead1:
    """Not even a stream: what a text stream needs and nothing else."""

    closed = False

    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    writable = seekable = lambda self: False

    def read(self, size=-1):
        print("  read", size)
        size = len(self.data) if size < 0 else size
        piece, self.data = self.data[:size], self.data[size:]
        return piece

    def flush(self):
        pass

    def close(self):
        self.closed = True


t = io.TextIOWrapper(NoRead1(b"one\ntwo\nthree"), "ascii")
t._CHUNK_SIZE = 6
print(t.readline(), t.read(), t.buffer.data, t.seekable(), t.readable(), t.writable())
t.close()
print(t.closed)
for result in ("text", None, 5):
    t = io.TextIOWrapper(NoRead1(b""), "ascii")
    t.buffer.read = lambda size=-1: result
    for f in (lambda: t.read(3), t.readline):
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)
t = io.TextIOWrapper(NoRead1(b""), "ascii")
t.buffer.read = lambda size=-1: bytearray(b"from bytearray") if size < 0 else memoryview(b"")
print(t.read())

print("iteration")
t = io.TextIOWrapper(io.BytesIO(b"a\nb\nc"), "ascii")
print(next(t), t.readline(), t.readlines(), t.readlines(), next(t, "end"))
t.seek(0)
print([*t], t.tell(), t.readlines(2), t.seek(0), t.readlines(2), t.readlines(-1))


class Upper(io.TextIOWrapper):
    def readline(self, size=-1):
        return super().readline(size).upper()


print(list(Upper(io.BytesIO(b"x\ny"), "ascii")), Upper(io.BytesIO(b"x\ny"), "ascii").readlines())
