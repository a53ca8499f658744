# The % operator of str and bytes: every conversion, flag and error.
def show(template, values):
    try:
        print(repr(template), "->", repr(template % values))
    except Exception as error:
        print(repr(template), "->", type(error).__name__, error)


class Text:
    def __str__(self):
        return "as str"

    def __repr__(self):
        return "as \xe9 repr"


class Data:
    def __bytes__(self):
        return b"as bytes"


class Index:
    def __index__(self):
        return 42


for template, values in [
    ("%s %r %a", (Text(), Text(), Text())), ("%.2s|%5s|%-5s|", ("abc", "a", "b")), ("%s", [1, 2]), ("%s", ((1, 2),)), ("%%", ()), ("%s%%", 1),
    ("%d %i %u", (1, -2, 3)), ("%d", 1.7), ("%d", True), ("%d", Index()), ("%x", Index()), ("%x %X %o", (255, 255, 8)), ("%#x %#X %#o", (255, 255, 8)),
    ("%5d|%-5d|%05d|%+d|% d", (1, 2, -3, 4, 5)), ("%-05d|", 3), ("% x", 5), ("%.3d", 5), ("%08.3d", 5), ("%+.3x", 255), ("%#8x|%-#8x|%#08x", (1, 2, 3)),
    ("%f %e %g", (1.5, 1.5, 1.5)), ("%F %E %G", (float("inf"), 1e100, 1e100)), ("%.0f %#.0f", (2.5, 2.5)), ("%08.2f", -3.14159), ("%+.1f", 2), ("%10.3e|%-10g|", (1.5, 2.5)),
    ("%c%c", ("a", 98)), ("%5c|", "a"), ("%*d|%-*d|", (5, 1, 5, 2)), ("%*d", (-5, 3)), ("%.*f", (2, 3.14159)), ("%ld", 5),
    ("%(a)s %(b)d", {"a": 1, "b": 2}), ("%(a(b))s", {"a(b)": 3}), ("plain", {}), ("plain", []), ("plain", ()),
    ("%d", "a"), ("%x", 1.7), ("%x", "a"), ("%f", "a"), ("%d", float("nan")), ("%d", float("inf")), ("%c", "ab"), ("%c", -1), ("%c", 1.5), ("%c", 0x110000),
    ("%s %s", 1), ("%s", ()), ("%s", (1, 2)), ("plain", 1), ("plain", "b"), ("%(a)s", 1), ("%(a)s", (1,)), ("%(a)s", {"b": 1}), ("%(a)s", [1]),
    ("%z", 1), ("%", 1), ("%(a", {}), ("%5", 1), ("%*d", ("a", 3)), ("%5%", ()), ("%5.1%", 1), ("%lld", 3), ("%\xe9", 1), ("%99999999999999999999d", 1),
    (b"%s %b", (b"a", bytearray(b"b"))), (b"%s", Data()), (b"%d %x %c %c", (1, 255, 65, b"B")), (b"%a %r", ("\xe9", 1)), (b"%.2s|%5s|", (b"abc", b"d")),
    (b"%(x)s", {b"x": b"1"}), (b"%s", 1), (b"%b", "a"), (b"%c", 300), (b"%c", b"ab"), (b"%z", 1), (b"%d", "a"), (b"%s", (b"a", b"b")), (bytearray(b"%d"), 5),
]:
    show(template, values)


class Subclass(str):
    def __rmod__(self, other):
        return "reflected"


print("%s" % Subclass("x"), type(Subclass("%s") % 1).__name__)
