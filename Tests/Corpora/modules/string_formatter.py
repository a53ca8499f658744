"""string.Formatter: what it calls in which order, fields of every form, numbering, nesting, and what subclasses change; _string below it."""
import _string
import string


def shown(label, function):
    try:
        print(label, "->", function())
    except Exception as error:
        print(label, "->", type(error).__name__, error)


class Point:
    def __init__(self, x, y): self.x, self.y = x, y

    def __format__(self, spec): return "<%s|%s|%s>" % (self.x, self.y, spec)

    def __repr__(self): return "Point"


plain = string.Formatter()
for text in (
        "", "plain", "{}", "{}{}", "{0}{1}{0}", "{a}", "{0.x}", "{0.x.real}", "{b[k]}", "{b[0]}", "{0!r}", "{0!s:>8}", "{0!a:^9}", "{0!x}", "{0:{1}}",
        "{0:{1}{a}}", "{:{}}", "{}{0}", "{0}{}", "{{}}", "{{{0}}}", "}", "{", "{0", "{0!", "{0!r", "{0:{", "{0[}", "{0[]}", "{0.}", "{0[1]x}", "{9}",
        "{missing}", "{0.missing}", "{ 0}", "{-1}", "{a!r:{0}}", "{:{:{}}}", "{99999999999999999999}", "{a.imag}{b}", "{.x}{.y}", "{[0]}"):
    shown(ascii(text), lambda: plain.format(text, Point(1, 2), 5, a=7, b={"k": "v", 0: "zero"}))


class Traced(string.Formatter):
    """Says what is called."""
    log = []

    def get_value(self, key, args, kwargs):
        self.log.append(("value", key))
        if key == "default": return "D"
        return super().get_value(key, args, kwargs)

    def check_unused_args(self, used, args, kwargs): self.log.append(("used", sorted(map(str, used)), len(args), sorted(kwargs)))

    def format_field(self, value, spec):
        self.log.append(("format", spec))
        return super().format_field(value, spec)

    def convert_field(self, value, conversion):
        self.log.append(("convert", conversion))
        return "upper" if conversion == "u" else super().convert_field(value, conversion)


for text in ("{0}-{a}", "{default!u:>7}", "{:{}}", "{0.real}{0.imag:03}", "no field"):
    del Traced.log[:]
    shown(text, lambda: Traced().format(text, 4, 6, a=1))
    print("  ", Traced.log)


class Bars(string.Formatter):
    """Fields between bars."""
    def parse(self, text):
        for place, part in enumerate(text.split("|")):
            yield (part, None, None, None) if place % 2 == 0 else ("", part, "", None)


shown("bars", lambda: Bars().format("a |0| b |k| c", "zero", k="key"))
shown("vformat", lambda: plain.vformat("{0}{k}", ["list"], {"k": "mapping"}))
shown("parse", lambda: list(plain.parse("a{b!r:{c}}d{{e}}")))
shown("field", lambda: plain.get_field("0.x[1]", [type("T", (), {"x": "xyz"})], {}))
shown("format_field", lambda: plain.format_field(3, "05"))
shown("recursion", lambda: plain._vformat("{}", (1,), {}, set(), -1))
for text in ("a{}b", "x{{", "x}}y{z}", "{0.x[1]!r:>{w}}", 5):
    shown("parser %r" % (text,), lambda: list(_string.formatter_parser(text)))
for text in ("", "0", "a.b", "a[0].c[x]", "01", "a.b]", "[0]", ".x", 5):
    shown("split %r" % (text,), lambda: [list(part) if not isinstance(part, (int, str)) else part for part in _string.formatter_field_name_split(text)])
iterator = _string.formatter_parser("a{b}c}")
shown("first", lambda: next(iterator))
shown("second", lambda: next(iterator))
