"""binascii: hexadecimal, base 64, uuencode and quoted-printable text."""
import binascii
from binascii import *

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


DATA = bytes(range(0, 256, 7)) + b"\n\r\t ="
for function in (hexlify, b2a_hex):
    print(function(DATA), function(b""), function(bytearray(b"ab")), function(memoryview(b"abcd")[1:3]))
for arguments in ((b"-",), ("-",), ("-", 2), (":", -3), ("-", 0), ("", 1), ("ab",), ("\xe9",), (b"\xe9",), (5,), ("-", "x"), (None,)):
    show("hexlify %r" % (arguments,), hexlify, b"abcdefg", *arguments)
show("keywords", hexlify, data=b"abc", sep=":", bytes_per_sep=2)
for text in ("6162", b"6162", bytearray(b"6A6b"), "616", "6g", "\xe961", b"\xff\xff", 5, None, "", " 61"):
    show("unhexlify %r" % (text,), unhexlify, text)
for data in (b"", b"a", b"ab", b"abc", b"abcd", DATA):
    print(b2a_base64(data), b2a_base64(data, newline=False), a2b_base64(b2a_base64(data)) == data)
for text in ("YQ==", b"YWI=", "YWJj", "Y", "YW", "YWI", "YWJjZ", "YQ=", "Y=Q=", "=YQ==", "YQ==YQ==", "YQ==\n", "Y Q = =", "!!!!", "====", "YW==Jj", "\xe9", 5, "YWJj====", "Zm9v\x00"):
    show("a2b_base64 %r" % (text,), a2b_base64, text)
for count in (0, 1, 2, 3, 10, 44, 45, 46):
    data = (DATA * 2)[:count]
    show("b2a_uu %d" % count, b2a_uu, data)
    show("  backtick", b2a_uu, bytes(count), backtick=True)
    if count < 46:
        print(a2b_uu(b2a_uu(data)) == data)
for line in (b"", b" \n", b"#86)C\n", "#86)C", b"#86)C  \n", b"#86)Cx\n", b"#8\x01", b"#8", b"#8\n", b"#86)C`\n", b"\x7f!!", b"%", "\xe9"):
    show("a2b_uu %r" % (line,), a2b_uu, line)
for data in (b"", b"plain", b"a=b", b"tab\tend\t", b"sp end \nx", b".", b".\nx", b"..", b"\xe9\xff", b"a" * 80, b"a" * 75 + b"=b", b"line\r\nnext\n", b"x\ry", b"a_b c", b"\x00\x01", b" \n \n", b"b" * 74 + b"\r\n"):
    print(b2a_qp(data))
    for flags in ({"quotetabs": True}, {"istext": False}, {"header": True}):
        print("  ", flags, b2a_qp(data, **flags))
    print("  ", a2b_qp(b2a_qp(data)) == data)
for text in (b"a=3Db", b"a=3db", b"=\nx", b"=\r\nx", b"=", b"==", b"=X", b"=4", b"=4G", b"a_b", "x=41", "\xe9", b"= \nx", b"=\rx\ny", 5):
    show("a2b_qp %r" % (text,), a2b_qp, text)
    show("  header", a2b_qp, text, header=True)
print(Error.__mro__[1], Incomplete.__mro__[1], Error.__module__)
