"""Widths and fill characters of center, ljust, rjust and zfill."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

WIDTHS = (0, 1, 5, 6, -1, -2**63, 2**63 - 1 - 2**62, 2**63, -2**63 - 1, True, 2.0, None, "3")
for text in ("abc", "", "+7", "caf\xe9", b"abc", b"-1", b"", bytearray(b"+xyz")):
    for name in ("center", "ljust", "rjust", "zfill"):
        for width in WIDTHS:
            if isinstance(width, int) and width > 10 and width < 2**63:
                continue
            show("%r.%s(%r)" % (text, name, width), getattr(text, name), width)
for fill in ("", "x", "xy", "\u20ac", b"", b"x", b"xy", bytearray(b"."), memoryview(b"z"), 5, None, object):
    for text in ("ab", b"ab", bytearray(b"ab")):
        for name in ("center", "ljust", "rjust"):
            for width in (5, 1, -2**63):
                label = fill if not isinstance(fill, memoryview) else "memoryview"
                show("%r.%s(%r, %r)" % (text, name, width, label), getattr(text, name), width, fill)
