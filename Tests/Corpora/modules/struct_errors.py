"""struct: what is wrong with formats, values and arguments."""
import struct
from struct import Struct, calcsize, iter_unpack, pack, pack_into, unpack, unpack_from

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


for layout in ("3", "i3", "y", "iy", "<n", "<P", "i<", "<<i", "99999999999999999999i", "4611686018427387904h", "9223372036854775808s", "9223372036854775807s2s",
               "i\x00", "\xe9", "Zf", "3 i", b"i", 5, None, 1.5, ["i"]):
    show("calcsize %r" % (layout,), calcsize, layout)
    if isinstance(layout, str):
        show("Struct", lambda: Struct(layout).format)
for value in ("a", b"a", b"ab", None, 1.5, Float(), Index(5), Index("x"), Index(KeyError("k")), 1j, [1], bytearray(b"a")):
    name = type(value).__name__
    for code in "cbHiqQPfde?s":
        show("%s %s" % (code, name), pack, code, value)
show("pack()", pack)
show("pack i", pack, "i")
show("pack 2", pack, "i", 1, 2)
show("pack 2i", pack, "2i", 1)
show("pack empty", pack, "", 1)
show("method", Struct("2i").pack, 1)
show("keyword", pack, fmt="i")
show("unpack()", unpack)
show("unpack i", unpack, "i")
for data in (b"abc", b"abcde", "abcd", None, bytearray(b"abcd"), memoryview(b"abcd"), memoryview(b"abcdefgh")[::2]):
    show("unpack %s" % type(data).__name__, unpack, "i", data)
    show("Struct.unpack", Struct("i").unpack, data)
show("no arguments", Struct("i").unpack)
show("iter", iter_unpack, "", b"")
show("iter", iter_unpack, "h", b"abc")
show("iter", iter_unpack, "h", 5)
show("Struct()", Struct)
show("Struct(2)", Struct, "i", 2)
print(repr(struct.error), struct.error.__mro__[1:3])
