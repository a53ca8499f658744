# io.BufferedWriter over own raw streams: which writes the raw stream sees.
import io


def attempt(label, f, *args):
    try:
        print(label, f(*args))
    except Exception as e:
        print(label, type(e).__name__, e, getattr(e, "characters_written", "-") if isinstance(e, BlockingIOError) else "")


class Raw(io.RawIOBase):
    """Takes as many bytes as the next limit says; without one, all."""

    def __init__(self, *limits):
        self.limits = list(limits)
        self.log = []
        self.data = bytearray()

    def writable(self):
        return True

    def seekable(self):
        return True

    def seek(self, position, whence=0):
        self.log.append(("seek", position, whence))
        return len(self.data)

    def truncate(self, size=None):
        self.log.append(("truncate", size))
        return size

    def write(self, data):
        assert isinstance(data, memoryview), type(data)
        limit = self.limits.pop(0) if self.limits else len(data)
        self.log.append((bytes(data), limit if not isinstance(limit, Exception) else type(limit).__name__))
        if isinstance(limit, Exception):
            raise limit
        if isinstance(limit, int):
            self.data += data[:limit]
        return limit


def writer(*limits, size=8):
    raw = Raw(*limits)
    return raw, io.BufferedWriter(raw, size)


raw, b = writer()
raw.log.clear()
print(b.write(b"abc"), b.write(b"defg"), raw.log, b.write(b"h"), raw.log, b.write(b"i"), raw.log)
b.flush()
print(raw.log, raw.data)
raw, b = writer()
print(b.write(b"0123456789abcdefghij"), raw.data, b.write(b"kl"), b.write(b"mnopqrstuvwxyz"), raw.data)
b.close()
print(raw.data, raw.log, raw.closed)
raw, b = writer(1, 2, 3)
print(b.write(b"abcdefg"), b.flush(), raw.log, raw.data)
raw, b = writer(3, 3)
print(b.write(b"abcdefghijklmnop"), raw.log)
b.flush()
print(raw.data)
raw, b = writer()
b.writelines([b"one\n", bytearray(b"two\n"), memoryview(b"three\n")])
print(b.write(bytearray(b"x")), raw.data, b.tell(), raw.log[-1])
b.flush()
print(raw.data)

print("positions")
raw, b = writer()
b.write(b"abc")
raw.log.clear()
print(b.tell(), b.seek(0), raw.log, raw.data)
b.write(b"de")
print(b.seek(0, 1), b.truncate(2), b.truncate(), raw.log)

print("nothing taken")
raw, b = writer(None, None, None)
print(b.write(b"abcdef"))
attempt("write", b.write, b"ghi")
print(raw.log)
attempt("flush", b.flush)
attempt("flush", b.flush)
print(raw.data)
raw, b = writer(None)
attempt("write", b.write, b"0123456789")
print(b.flush(), raw.data)
raw, b = writer(2, None)
attempt("write", b.write, b"0123456789abcdefghij")
print(b.flush(), raw.data)
raw, b = writer(None)
b.write(b"abcd")
print(b.write(b"efgh"), raw.log)
attempt("flush", b.flush)
print(b.flush(), raw.data)

print("errors")
for limit in (100, -1, OSError("disk"), KeyError("k")):
    raw, b = writer(limit)
    b.write(b"abc")
    attempt("flush", b.flush)
    print(b.flush(), raw.data)
raw, b = writer(OSError("disk"))
b.write(b"abc")
attempt("close", b.close)
print(b.closed, raw.closed)


class FailingClose(Raw):
    def close(self):
        super().close()
        raise ValueError("close failed")


raw = FailingClose(OSError("disk"))
b = io.BufferedWriter(raw)
b.write(b"abc")
try:
    b.close()
except Exception as e:
    print(type(e).__name__, e, type(e.__context__).__name__, e.__context__)
for value in ["x", 5, None]:
    attempt("write", writer()[1].write, value)
attempt("sparse", writer()[1].write, memoryview(b"abcdef")[::2])
attempt("read", writer()[1].read)
attempt("raw", io.BufferedWriter, io.RawIOBase())
attempt("peek", lambda: writer()[1].peek())

print("closing")
raw, b = writer()
with b as same:
    same.write(b"abc")
print(raw.data, b.closed)
for name, args in [("write", (b"",)), ("flush", ()), ("truncate", ()), ("writelines", ([],)), ("__enter__", ()), ("close", ()), ("writable", ())]:
    attempt(name, getattr(b, name), *args)
raw, b = writer()
b.write(b"abc")
print(b.detach() is raw, raw.data)
attempt("write", b.write, b"x")
attempt("close", b.close)
