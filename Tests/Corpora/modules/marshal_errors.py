"""marshal: what cannot be written, and bad data."""
import marshal

def show(label, function, *arguments, **keywords):
    try:
        print(label, "->", repr(function(*arguments, **keywords)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


class Int(int):
    pass


class Text(str):
    pass


for value in (object(), Int(5), Text("a"), len, type, Exception(), range(3), [1, object()], {1: lambda: 0}, (i for i in ())):
    show("dumps %s" % type(value).__name__, marshal.dumps, value)
deep = []
for _ in range(3000):
    deep = [deep]
show("deep", marshal.dumps, deep)
show("version", marshal.dumps, 1, "x")
show("count", marshal.dumps)
show("count", marshal.loads)
show("type", marshal.loads, "text")
show("type", marshal.loads, 5)
BAD = [b"", b"i", b"i\1\0", b"z", b"z\5abc", b"a\5\0\0\0ab", b"s\xff\xff\xff\xff", b"s\x05\0\0\0a", b"u\xff\xff\xff\xff", b"t\xff\xff\xff\xff", b"[\xff\xff\xff\xff", b"[\2\0\0\0N",
       b"(\xff\xff\xff\xff", b")\2N", b")", b"<\xff\xff\xff\xff", b">\1\0\0\0", b"{N", b"{Ni", b"{NN", b"{0", b"0", b"[\1\0\0\x000", b")\x010", b"<\1\0\0\x000", b"r\0\0\0\0",
       b"r\xff\xff\xff\xff", b"[\1\0\0\0r\5\0\0\0", b"?", b"\x00", b"Q", b"\xff", b"l\1\0\0\0\xff\xff", b"l\1\0\0\0\0\0", b"l\0\0\0\0", b"l\2\0\0\0\1\0", b"l\xff\xff\xff\xff\5\0",
       b"l\0\0\0\x80", b"f\3abc", b"f\x031.5", b"f\xff", b"g\0\0", b"x\x011\x012", b"y\0", b"u\2\0\0\0\xff\xfe", b"<\1\0\0\0[\0\0\0\0", b"{[\0\0\0\0N0", b"I\1\0\0\0\0\0\0\0",
       b"c", b"c\0\0\0\0", b"\xa9\1r\0\0\0\0", b"\xdb\2\0\0\0r\0\0\0\0N", b"Z\3abc", b"\xda\1xr\0\0\0\0", b"[\xff\xff\xff\x7f", b"(\xff\xff\xff\x7fN", b"s\xff\xff\xff\x7f", b"l\xff\xff\xff\x7f"]
for data in BAD:
    if data[:1] not in (b"(", b"[") or b"\x7f" not in data:
        show("loads %r" % data, marshal.loads, data)
show("deep", marshal.loads, b"[\1\0\0\0" * 3000 + b"N")
