# Small programs that use streams as programs do.
import io
import sys
from collections import Counter


def csv_rows(stream):
    """Comma separated values with quotes."""
    row, field, quoted = [], io.StringIO(), False
    while True:
        c = stream.read(1)
        if quoted and c:
            if c == '"':
                following = stream.read(1)
                if following == '"':
                    field.write('"')
                    continue
                quoted = False
                c = following
            else:
                field.write(c)
                continue
        if c == '"':
            quoted = True
        elif c in (",", "\n", ""):
            if c or row or field.tell():
                row.append(field.getvalue())
            field = io.StringIO()
            if c != "," and row:
                yield row
                row = []
            if not c:
                return
        else:
            field.write(c)


table = 'name,value,"note, with comma"\nalpha,1,"said ""hi"""\nbeta,2,"two\nlines"\ngamma,3,'
for row in csv_rows(io.StringIO(table)):
    print(row)


def chunks(stream):
    """Tagged chunks: four letters, a big endian length, the bytes."""
    while True:
        tag = stream.read(4)
        if not tag:
            return
        size = int.from_bytes(stream.read(4), "big")
        body = io.BytesIO(stream.read(size))
        yield tag.decode(), body


def chunk(tag, body):
    return tag.encode() + len(body).to_bytes(4, "big") + body


file = io.BytesIO(chunk("HEAD", b"\1\2") + chunk("DATA", bytes(range(10)) * 3) + chunk("NEST", chunk("A   ", b"a") + chunk("B   ", b"")))
for tag, body in chunks(file):
    print(tag, len(body.getvalue()), [(t, b.read()) for t, b in chunks(body)] if tag == "NEST" else body.read(5))


class Hex(io.TextIOBase):
    """Text of hexadecimal digits on top of bytes."""

    def __init__(self, below):
        self.below = below

    def writable(self):
        return True

    def write(self, text):
        self.below.write(bytes.fromhex(text))
        return len(text)


out = io.BytesIO()
print("48 65 6c", "6c 6f", sep="", end="21", file=Hex(out))
print(out.getvalue())

log = io.StringIO()
for i in range(5):
    print("%-8s|%5d|%8.3f" % ("row %d" % i, i * i, i / 7), file=log)
print(log.getvalue(), end="")
log.seek(0)
print(Counter(word for line in log for word in line.split("|")).most_common(2))

template = io.StringIO("a {x}\nb\n{y} c\n")
result = io.StringIO()
for number, line in enumerate(template, 1):
    result.write("%d: %s" % (number, line.format(x="X", y="Y")))
sys.stdout.write(result.getvalue())

buffer = io.BytesIO()
text = io.TextIOWrapper(buffer, "utf-8", newline="\n")
for word in ("αβγ", "日本", "😀"):
    print(word, len(word), file=text)
text.flush()
index, size = [], len(buffer.getvalue())
text.seek(0)
while text.tell() < size:
    index.append(text.tell())
    text.readline()
print(index)
for place in reversed(index):
    text.seek(place)
    print(ascii(text.readline()))


def tee(source, *targets):
    for piece in iter(lambda: source.read(4), b""):
        for target in targets:
            target.write(piece)


one, two = io.BytesIO(), io.BytesIO(b"keep:")
two.seek(0, 2)
tee(io.BytesIO(b"some longer data"), one, two)
print(one.getvalue(), two.getvalue())
lines = io.TextIOWrapper(io.BytesIO(b"3\n1 2\n3 4\n5 6\n"), "ascii")
print([tuple(map(int, next(lines).split())) for _ in range(int(next(lines)))])
