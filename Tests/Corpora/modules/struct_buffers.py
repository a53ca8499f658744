"""struct: packing into buffers and reading out of them, Struct objects and iterators."""
import struct
from struct import Struct, iter_unpack, pack_into, unpack_from

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


buffer = bytearray(8)
for offset in (0, 4, 5, -4, -3, -9, 9, 2**62, -2**62, Index(2)):
    show("pack_into %r" % (offset if isinstance(offset, int) else "Index"), pack_into, "<i", buffer, offset, 1)
print(buffer)
show("text", pack_into, "<i", buffer, "x", 1)
show("float", pack_into, "<i", buffer, 1.0, 1)
show("huge", pack_into, "<i", buffer, 2**70, 1)
show("count", pack_into, "<i", buffer, 0)
show("count", pack_into, "<i", buffer, 0, 1, 2)
show("no offset", pack_into, "<i", buffer)
show("no buffer", pack_into, "<i")
show("value", pack_into, "<i", buffer, 0, "x")
pack_into("<h", buffer, 0, 0x4142)
show("second", pack_into, "<ib", buffer, 0, -1, 1000)
print(buffer)
view = memoryview(buffer)
pack_into(">I", view[2:], 1, 0xDEADBEEF)
pack_into("3s", view, -3, b"end")
print(bytes(view))
data = b"abcdefgh"
for offset in (0, 4, 5, -4, -3, -9, 9, 2**62, -2**62, Index(2)):
    show("unpack_from %r" % (offset if isinstance(offset, int) else "Index"), unpack_from, "<i", data, offset)
show("keyword", unpack_from, "<i", data, offset=2)
show("keywords", unpack_from, "<i", buffer=data, offset=2)
show("short", unpack_from, "<i", b"ab")
show("empty", unpack_from, "<", b"")
show("number", unpack_from, "<i", 5)
show("text", unpack_from, "<i", data, "x")

iterator = iter_unpack("<h", b"abcdef")
print(iterator.__length_hint__(), next(iterator), iterator.__length_hint__(), list(iterator), iterator.__length_hint__(), next(iterator, "end"))
print(iter(iterator) is iterator, list(iter_unpack("<bh", b"\1\2\3\4\5\6")), list(iter_unpack("<h", b"")))
held = bytearray(b"abcd")
iterator = Struct("<h").iter_unpack(held)
next(iterator)
show("held", held.append, 1)
print(list(iterator))
show("free", held.append, 1)
print(held)

one = Struct("<2i")
print(one.format, one.size, one.pack(1, -1), one.unpack(one.pack(5, 6)), one.unpack_from(b"\0" + one.pack(7, 8), 1))
show("format", setattr, one, "format", "x")
show("size", setattr, one, "size", 1)


class Named(Struct):
    def __init__(self, layout, name):
        super().__init__(layout)
        self.name = name


named = Named("<h", "short")
print(named.name, named.size, named.pack(3), named.__dict__, isinstance(named, Struct))
show("iter", lambda: type(iterator)())
print(sorted(struct.__all__))
