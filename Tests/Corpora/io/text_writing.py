# io.TextIOWrapper: writing; what the stream below gets and when.
# versions: 3.13-
import io


class Logged(io.BytesIO):
    log = ()

    def write(self, data):
        self.log += ((type(data).__name__, bytes(data) if len(data) < 20 else len(data)),)
        return super().write(data)

    def flush(self):
        self.log += ("flush",)
        return super().flush()


def show(label, t):
    print(label, t.buffer.log, t.buffer.getvalue()[:30])
    t.buffer.log = ()


def text(**options):
    return io.TextIOWrapper(Logged(), "utf-8", **options)


t = text()
print(t.write("abc"), t.write("déf\n"), t.write(""), t.writelines(["x", "y\n"]))
show("waits", t)
t.flush()
show("flushed", t)
t = text(line_buffering=True)
t.write("abc")
show("no line", t)
t.write("d\ne")
show("line", t)
t.write("f\r")
show("return", t)
t = text(write_through=True)
t.write("abc")
show("through", t)
t.write("d\n")
show("through", t)
t = text(write_through=True, line_buffering=True)
t.write("abc\n")
show("both", t)
for newline in (None, "", "\n", "\r", "\r\n"):
    t = text(newline=newline)
    print(t.write("a\nb\r\nc\r"), t.write("\n"))
    t.flush()
    show(ascii(newline), t)

print("chunks")
t = text()
t._CHUNK_SIZE = 10
t.write("0123456789")
show("full", t)
t.write("01234")
t.write("56789a")
show("over", t)
t.write("0123")
t.write("0123456789abc")
show("long", t)
t.write("x" * 9)
t.write("y" * 25)
show("longer", t)
t.write("é" * 5)
show("wide", t)
t._CHUNK_SIZE = 8192
t.write("x" * 8191)
show("almost", t)
t.write("y")
show("enough", t)

print("reading flushes")
t = io.TextIOWrapper(Logged(b"some bytes here\nand there\n"), "utf-8")
print(t.read(4))
t.write("WRITE")
show("before", t)
print(t.readline())
show("after", t)
t.write("again")
print(t.tell())
show("tell", t)
t.write("more")
print(t.seek(0))
show("seek", t)
t.write("last")
t.close()
print(t.buffer.log, t.closed, t.buffer.closed)

print("failing")


class Failing(Logged):
    def write(self, data):
        super().write(data)
        raise OSError("no room")


t = io.TextIOWrapper(Failing(), "ascii")
t.write("lost")
for f in (t.flush, t.flush, lambda: t.write("é"), lambda: t.write(5), t.close):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(t.closed, t.buffer.log if not t.closed else "")


class Partial(Logged):
    def write(self, data):
        return super().write(data[:2])


t = io.TextIOWrapper(Partial(), "ascii")
t.write("abcdef")
t.flush()
show("partial", t)
