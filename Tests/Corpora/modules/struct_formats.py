"""struct: sizes, alignment and the values of every format character, in every byte order."""
import struct

def show(label, function, *arguments, **keywords):
    try:
        print(label, "->", repr(function(*arguments, **keywords)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


class Float:
    def __float__(self):
        return 1.5


NUMBERS = [0, 1, -1, 127, -128, 255, 256, 32767, -32769, 65535, 2**31 - 1, -2**31 - 1, 2**32, 2**63 - 1, 2**63, -2**63, 2**64 - 1, 2**64, -2**70]
for order in ("", "<", ">"):
    for code in "bBhHiIlLqQ":
        print(order + code, struct.calcsize(order + code))
        for number in NUMBERS:
            show("  %d" % number, struct.pack, order + code, number)
    for code in "efd":
        for number in (0.0, -0.0, 1.5, -2.25, 65504.0, 1e-7, 5.960464477539063e-08, float("inf"), float("-inf"), 3.0e38, 2**60):
            show("%s%s %r" % (order, code, number), struct.pack, order + code, number)
for code in "nNP":
    for order in ("", "@", "=", "<"):
        show(order + code, struct.calcsize, order + code)
        show(order + code, struct.pack, order + code, 5)
for layout in ("bi", "bq", "ib", "bhb", "bxh", "b0i", "b0q", "0q", "3sH", "hP", "bn", "?d", "cd", "i i", " i ", "2h3b", "=bi", "<bq", "10s", "5p", "2x3x", "bb0h", "q0s"):
    print(layout, struct.calcsize(layout), struct.Struct(layout).size)
for text in ("3s", "1s", "0s", "5s", "3p", "1p", "0p", "300p"):
    for value in (b"", b"ab", b"abcdef", bytearray(b"xyz"), b"z" * 290):
        show("%s %d" % (text, len(value)), struct.pack, text, value)
for value in (True, 0, [], "x", None, 0.0):
    show("? %r" % (value,), struct.pack, "?", value)
for code, data in (
    ("?", b"\x02"), ("<?", b"\x00"), ("3p", b"\x05ab"), ("3p", b"\x01ab"), ("1p", b"\x09"), ("0s", b""), ("e", b"\x01\x3c"), ("<e", b"\x01\x00"),
    (">e", b"\x7c\x00"), ("N", b"\xff" * 8), ("P", b"\xff" * 8), ("n", b"\xff" * 8), (">q", b"\x80" + b"\0" * 7), (">Q", b"\x80" + b"\0" * 7),
    (">f", b"\x7f\x80\0\0"), ("c", b"a"), (">i", b"\xff\0\0\0"), (">h", b"\xff\0"), ("b", b"\xff"), ("2b x h", b"\1\2\3\4\5\6"), ("<l", b"\xfe\xff\xff\xff"),
    (">L", b"\xfe\xff\xff\xff"), ("3s2x2s", b"abc--de"), ("2c", b"ab"),
):
    print(code, struct.unpack(code, data))
