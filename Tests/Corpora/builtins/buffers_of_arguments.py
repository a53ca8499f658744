"""Buffers that are scattered, read-only or no bytes at all, given to functions that take bytes."""
import array
import binascii
import struct

scattered = memoryview(bytearray(b"abcdef"))[::2]
words = memoryview(bytearray(8)).cast("i")
square = memoryview(bytearray(b"abcd")).cast("B", [2, 2])
numbers = array.array("H", [0x6162, 0x6364])
BUFFERS = [b"ab", bytearray(b"ab"), memoryview(b"ab"), scattered, words, square, numbers, "ab", 5, None, [97, 98]]


def shown(label, function):
    try:
        result = function()
    except Exception as error:
        result = "%s: %s" % (type(error).__name__, error)
    print(label, "->", result)


def name(value): return "scattered" if value is scattered else type(value).__name__


for buffer in BUFFERS:
    for kind in (bytes, bytearray):
        whole = kind(b"abcab")
        for method in ("startswith", "endswith", "find", "count", "index", "replace", "split", "join", "strip", "__contains__", "__add__"):
            arguments = (buffer, b"-") if method == "replace" else (buffer,)
            shown("%s.%s %s" % (kind.__name__, method, name(buffer)), lambda: getattr(whole, method)(*arguments))
        shown("%s %% %s" % (kind.__name__, name(buffer)), lambda: kind(b"<%s>") % (buffer,))
        shown("%s %%b %s" % (kind.__name__, name(buffer)), lambda: kind(b"<%b|%a>") % (buffer, 1))
        shown("%s of %s" % (kind.__name__, name(buffer)), lambda: kind(buffer))
    shown("int of %s" % name(buffer), lambda: int(buffer))
    shown("from_bytes %s" % name(buffer), lambda: int.from_bytes(buffer, "big"))
    shown("crc32 %s" % name(buffer), lambda: binascii.crc32(buffer))
    shown("hexlify %s" % name(buffer), lambda: binascii.hexlify(buffer))
    shown("b2a_base64 %s" % name(buffer), lambda: binascii.b2a_base64(buffer))
    shown("unhexlify %s" % name(buffer), lambda: binascii.unhexlify(buffer))
    shown("a2b_base64 %s" % name(buffer), lambda: binascii.a2b_base64(buffer))
    shown("unpack %s" % name(buffer), lambda: struct.unpack("2B", buffer))
    shown("pack s %s" % name(buffer), lambda: struct.pack("2s", buffer))
    shown("pack_into %s" % name(buffer), lambda: struct.pack_into("B", buffer, 0, 97))
    shown("frombytes %s" % name(buffer), lambda: array.array("B").frombytes(buffer))
    shown("str %s" % name(buffer), lambda: str(buffer, "ascii"))
    shown("memoryview == %s" % name(buffer), lambda: memoryview(b"ab") == buffer)
class Odd(str):
    pass


class Grows:
    """Has an index and is iterated over."""

    def __index__(self): return 3

    def __iter__(self): return iter([1, 2])


shown("bytes of both", lambda: bytes(Grows()))
shown("from_bytes of both", lambda: int.from_bytes(Grows(), "big"))
for text in ("", "odd", "\xe9", "\u20ac"):
    odd = Odd(text)
    print(type(iter(odd)).__name__ == "str_iterator", list(iter(odd)), type(format(odd, "")).__name__, type("{}".format(odd)).__name__)
