# BlockingIOError, and streams that have nothing yet.
import io


def attempt(label, f, *args):
    try:
        print(label, f(*args))
    except BlockingIOError as e:
        print(label, type(e).__name__, e.args, e.characters_written)
    except Exception as e:
        print(label, type(e).__name__, e)


print(BlockingIOError.__mro__[1].__name__, issubclass(BlockingIOError, OSError))
e = BlockingIOError(11, "later", 5)
print(e, e.args, e.errno, e.strerror, e.characters_written, e.filename)
e.characters_written = 7
print(e.characters_written)
attempt("none", lambda: BlockingIOError(11, "later").characters_written)
attempt("text", lambda: BlockingIOError("just text").characters_written)


class Limited(io.RawIOBase):
    """Takes and gives so many bytes, then nothing until it is told to go on."""

    def __init__(self, room=0, data=b""):
        self.room = room
        self.data = data
        self.taken = b""

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, buffer):
        if self.room == 0:
            return None
        count = min(self.room, len(buffer), len(self.data))
        buffer[:count] = self.data[:count]
        self.data = self.data[count:]
        self.room -= count
        return count

    def write(self, data):
        if self.room == 0:
            return None
        count = min(self.room, len(data))
        self.taken += bytes(data[:count])
        self.room -= count
        return count


for room in range(0, 14, 3):
    raw = Limited(room)
    w = io.BufferedWriter(raw, 4)
    print("room", room)
    attempt("write", w.write, b"abc")
    attempt("write", w.write, b"defgh")
    attempt("write", w.write, b"0123456789")
    attempt("flush", w.flush)
    raw.room = 100
    attempt("flush", w.flush)
    print(raw.taken)
for room in range(0, 14, 3):
    raw = Limited(room, b"abcdefghij")
    r = io.BufferedReader(raw, 4)
    print("room", room, r.read(2), r.read(6), r.read(), raw.data)
    raw.room = 100
    print(r.readline(), r.read(), r.peek())
raw = Limited(3)
t = io.TextIOWrapper(io.BufferedWriter(raw, 4), "ascii", write_through=True)
attempt("text", t.write, "abcdefghij")
raw.room = 100
attempt("text", t.flush)
print(raw.taken)
sink = Limited()
pair = io.BufferedRWPair(Limited(), sink)
attempt("pair", pair.read, 3)
attempt("pair", pair.read)
attempt("pair", pair.write, b"x")
attempt("pair", pair.flush)
sink.room = 1
attempt("pair", pair.flush)
