# io.TextIOWrapper: encodings, marks, errors.
import io


def attempt(label, f, *args):
    try:
        print(label, ascii(f(*args)))
    except Exception as e:
        print(label, type(e).__name__, ascii(e.args))


def text(data, *args, **kwargs):
    return io.TextIOWrapper(io.BytesIO(data), *args, **kwargs)


def written(encoding, *pieces, errors=None, start=b"", at=0):
    b = io.BytesIO(start)
    b.seek(at)
    t = io.TextIOWrapper(b, encoding, errors)
    for piece in pieces:
        t.write(piece)
    t.flush()
    return b.getvalue()


for encoding in ("utf-8", "UTF8", "u8", "utf-8-sig", "ascii", "us-ascii", "latin-1", "iso8859-1", "L1", "utf-16", "utf-16-le", "utf-16-be", "UTF-16LE", "utf-32", "utf-32-le", "utf-32-be"):
    sample = "aé" if encoding.lower() not in ("ascii", "us-ascii") else "ab"
    data = written(encoding, sample, "b", "")
    t = text(data, encoding)
    print(encoding, t.encoding, data, ascii(t.read()), written(encoding, "x", start=data, at=len(data))[len(data):], written(encoding))
attempt("unknown", text, b"", "no-such")
attempt("unknown", text, b"", "")

print("marks")
for data in (b"", b"\xff", b"\xff\xfe", b"\xff\xfea\0", b"\xfe\xff\0a", b"\xff\xfea", b"a", b"abcd"):
    attempt("utf-16 %r" % data, lambda: text(data, "utf-16").read())
for data in (b"", b"\xff\xfe\0\0", b"\xff\xfe\0\0a\0\0\0", b"\0\0\xfe\xff\0\0\0a", b"\xff\xfe\0\0a", b"ab"):
    attempt("utf-32 %r" % data, lambda: text(data, "utf-32").read())
for data in (b"", b"\xef", b"\xef\xbb", b"\xef\xbb\xbf", b"\xef\xbb\xbfa", b"\xef\xbb\xbf\xef\xbb\xbf", b"a\xef\xbb\xbf", b"\xef\xbbx", b"\xc3\xa9"):
    attempt("sig %r" % data, lambda: text(data, "utf-8-sig").read())
    t = text(data, "utf-8-sig")
    t._CHUNK_SIZE = 1
    attempt("  by bytes", lambda: [t.read(1), t.read(1), t.read(1)])

print("rewriting the start")
b = io.BytesIO()
t = io.TextIOWrapper(b, "utf-16")
t.write("a")
t.seek(0)
t.write("b")
t.seek(0, 2)
t.write("c")
t.flush()
print(b.getvalue())
t.seek(0)
print(t.read())

print("decoding errors")
bad = [b"\xff", b"ab\xff\xfe", b"\xc3(", b"\xe2\x82", b"\xe2\x82(", b"\xf0\x9f\x98", b"\xf8\x88\x80\x80\x80", b"\xed\xa0\x80", b"\xc0\x80", b"\x80"]
for errors in (None, "strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
    for data in bad:
        attempt("%s %r" % (errors, data), lambda: text(data, "utf-8", errors).read())
for errors in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    for size in (1, 2, 3):
        t = text(b"".join(bad), "utf-8", errors)
        t._CHUNK_SIZE = size
        pieces = []
        while True:
            piece = t.read(2)
            if not piece:
                break
            pieces.append(piece)
        assert "".join(pieces) == b"".join(bad).decode("utf-8", errors), (errors, size)
attempt("ascii", lambda: text(b"ab\x80c", "ascii").read())
attempt("utf-16", lambda: text(b"\0\xd8a\0", "utf-16-le").read())
attempt("utf-16", lambda: text(b"\0\xd8a\0", "utf-16-le", "replace").read())
attempt("utf-32", lambda: text(b"\0\0\x11\0", "utf-32-le").read())
attempt("handler", lambda: text(b"\xff", "utf-8", "no-such").read())
t = text(b"ok\n\xff\nend", "utf-8")
attempt("line", t.readline)

print("encoding errors")
for errors in (None, "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"):
    for encoding, sample in (("ascii", "aéb日"), ("latin-1", "é日"), ("utf-8", "a\udc80b"), ("utf-8", "\ud800")):
        attempt("%s %s" % (errors, encoding), lambda: written(encoding, sample, errors=errors))
attempt("handler", lambda: written("ascii", "é", errors="no-such"))
attempt("utf-16", lambda: written("utf-16-le", "\ud800"))

print("wide reads")
sample = "".join(chr(c) for c in (65, 233, 0x65E5, 0x1F600)) * 50
for encoding in ("utf-8", "utf-16", "utf-32", "utf-16-be"):
    for size in (1, 3, 7, 64):
        t = text(sample.encode(encoding), encoding)
        t._CHUNK_SIZE = size
        assert t.read(100) + t.read(3) + t.read() == sample, (encoding, size)
print("same")
