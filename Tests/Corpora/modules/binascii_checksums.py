"""binascii: CRC-32 and CRC-CCITT."""
import binascii

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


for data in (b"", b"a", b"abc", b"123456789", bytes(1000), bytes(range(256)) * 20, bytearray(b"xyz"), memoryview(b"hello")):
    print(binascii.crc32(data), binascii.crc32(data, 1), binascii.crc_hqx(data, 0), binascii.crc_hqx(data, 0xFFFF))
for start in (-1, 2**32, 2**64 + 5, True, Index(3), "x", 1.5, None):
    label = start if not isinstance(start, Index) else "Index"
    show("crc32 %r" % (label,), binascii.crc32, b"data", start)
    show("crc_hqx %r" % (label,), binascii.crc_hqx, b"data", start)
running = 0
for part in (b"in ", b"several ", b"parts"):
    running = binascii.crc32(part, running)
print(running == binascii.crc32(b"in several parts"))
show("text", binascii.crc32, "text")
show("none", binascii.crc_hqx, b"")
show("none", binascii.crc32)
show("scattered", binascii.crc32, memoryview(b"abcd")[::2])
