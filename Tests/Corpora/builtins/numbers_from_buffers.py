"""int(), float() and their like of bytes-like objects and odd text."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

class Array(bytearray): pass


class Data(bytes): pass


for source in (
        b"12", b" 12 ", b"1_2", b"x", b"", b"\xff", bytearray(b"12"), bytearray(b"x"), memoryview(b"12"), memoryview(b"x"), memoryview(b""),
        memoryview(b"1x2x")[::2], Array(b"12"), Array(b"x"), Data(b"12"), Data(b"x")):
    label = "view" if isinstance(source, memoryview) else source
    show("int %r" % (label,), int, source)
    if label != b"" and (label != "view" or bytes(source) == b"12"):
        show("float %r" % (label,), float, source)
    show("int with a base %r" % (label,), int, source, 16)
for text in ("0x1p3", "1", "-1.8", "\u0661", "\uff11", "\ud800", "0x", "", "inf", "nan", "1\x00", "0x1.8p3 ", "0x1p5000", "1_0"):
    show("fromhex %a" % text, float.fromhex, text)
for order in ("big", "little", "middle", None, 5, b"big"):
    show("to_bytes %r" % (order,), (258).to_bytes, 2, order)
    show("from_bytes %r" % (order,), int.from_bytes, b"\x01\x02", order)
for kind in ("double", "float", "other", "double\x00", None, 5):
    show("__getformat__ %r" % (kind,), float.__getformat__, kind)
