# io.TextIOWrapper: tell and seek with encodings, newline modes and sizes of chunks.
import io

samples = {
    "utf-8": "aé日😀x\r\ny\rz\n😀\r\n",
    "ascii": "abc\r\ndef\rg\n\r\n",
    "latin-1": "aé\r\nß\r",
    "utf-16": "aé日😀x\r\ny\r",
    "utf-16-le": "aé日😀x\r\n",
    "utf-16-be": "aé日😀x\r\n",
    "utf-32": "aé😀\r\n",
    "utf-8-sig": "aé日😀x\r\n",
}
for encoding, text in samples.items():
    data = text.encode(encoding)
    for newline in (None, "", "\n"):
        t = io.TextIOWrapper(io.BytesIO(data), encoding, newline=newline)
        whole = t.read()
        t.seek(0)
        places = [t.tell()]
        for _ in whole:
            t.read(1)
            places.append(t.tell())
        print(encoding, ascii(newline), places)
        for size in (1, 2, 3, 4, 100):
            t = io.TextIOWrapper(io.BytesIO(data), encoding, newline=newline)
            t._CHUNK_SIZE = size
            found = [t.tell()]
            for _ in whole:
                t.read(1)
                found.append(t.tell())
            for source in (places, found):
                for i, place in enumerate(source):
                    t.seek(place)
                    assert t.read() == whole[i:], (encoding, newline, size, i, place)
            if size == 1:
                print("  ", [a == b for a, b in zip(places, found)].count(False))

print("lines")
t = io.TextIOWrapper(io.BytesIO(b"one\ntwo\nthree\n"), "utf-8")
places = []
while True:
    place = t.tell()
    line = t.readline()
    if not line:
        break
    places.append((place, line))
print(places)
for place, line in reversed(places):
    t.seek(place)
    print(t.readline() == line, t.tell())


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


t.seek(0)
next(t)
attempt(t.tell)
print(t.seek(0), t.tell(), list(t), t.tell())
attempt(t.seek, 1, 1)
attempt(t.seek, 1, 2)
attempt(t.seek, -1)
attempt(t.seek, 0, 3)
attempt(t.seek, "x")
attempt(t.seek, 2 ** 300)
print(t.seek(0, 2), t.read() == "", t.seek(0, 1), t.seek(4), t.read(3), t.seek(0, 1), t.read(1) == "\n")
attempt(t.seek, (1 << 64) | (5 << 96) | (50 << 128))


class Stream(io.BytesIO):
    def seekable(self):
        return False


t = io.TextIOWrapper(Stream(b"abc"), "utf-8")
attempt(t.tell)
attempt(t.seek, 0)
print(t.seekable(), t.read())

print("truncate")
b = io.BytesIO(b"0123456789")
t = io.TextIOWrapper(b, "utf-8")
print(t.read(3), t.tell(), t.truncate(5), b.getvalue(), t.seek(0), t.read(), t.truncate(2), b.getvalue())
t.seek(0, 2)
t.write("ab")
print(t.tell(), b.getvalue(), t.truncate(), b.getvalue())
