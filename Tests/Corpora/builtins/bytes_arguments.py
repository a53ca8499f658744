"""Arguments of the methods of bytes that search, in the order in which they are looked at."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

class Index:
    def __init__(self, value): self.value = value

    def __index__(self):
        if isinstance(self.value, Exception): raise self.value
        return self.value


for name in ("find", "rfind", "index", "rindex", "count"):
    for data in (b"abcabc", bytearray(b"abcabc")):
        method = getattr(data, name)
        for arguments in (
                (b"b",), (98,), (b"",), (300,), (-1,), (2**70,), ("b",), (None,), (98, "x"), (300, "x"), ("b", "x"), (None, 1.5), (b"b", None, None),
                (b"b", 2**70), (b"b", -2**70, 2**70), (b"c", -3), (300, 1, 2), (Index(98),), (memoryview(b"bc"),), (memoryview(b"abcd")[::2],), ()):
            label = ["view" if isinstance(x, memoryview) else "Index" if isinstance(x, Index) else x for x in arguments]
            show("%s%r" % (name, tuple(label)), method, *arguments)
for item in (97, 300, -1, 2**70, True, b"bc", "b", None, 1.5, memoryview(b"ab"), memoryview(b"abc")[::2]):
    label = "view" if isinstance(item, memoryview) else item
    show("%r in" % (label,), lambda: item in b"abc")
for value in (98, 300, None, 2.5, ValueError("mine")):
    show("Index(%r) in" % (value,), lambda: Index(value) in b"abc")
for separator in (":", b":", "", "ab", "\xe9", b"\x00", b"\xff", 5):
    show("hex %r" % (separator,), b"\x01\x02\x03".hex, separator)
for size in (0, 1, 2, -2, 100, 2**31 - 1, 2**31, -2**70):
    show("hex by %r" % (size,), b"\x01\x02\x03".hex, ":", size)
for text in ("", "0a", "0 a", " 0A ff", "0", "0g", "\u0661a", "0a \u2028", "\xa00a"):
    show("fromhex %a" % text, bytes.fromhex, text)
show("view with gaps", b"".join, [memoryview(b"abcd")[::2]])
show("strip of a view with gaps", b"abc".strip, memoryview(b"abcd")[::2])
