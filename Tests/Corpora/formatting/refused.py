"""Format specifications that are refused, by every builtin formatter."""


class Plain:
    pass


class Odd:
    def __format__(self, spec):
        return 5


class Unformattable:
    __format__ = None


def attempt(value, spec):
    try:
        print(repr(spec), repr(format(value, spec)))
    except Exception as e:
        print(repr(spec), type(e).__name__, e)


for spec in ["", " ", "+", "-", "z", "#", "s", "d", "10", ">10s", "=10", "=10s", "010", "0", ",", "_", ".3", ".", ".x", "10.", ",s", "+s", "x" * 3, "é", "r",
             ".99999999999999999999", "99999999999999999999", "<<5", "é<5", "{<5", ",_", "_,", ",,", "__"]:
    attempt("text", spec)
for spec in ["", " ", "+", "z", "#", "d", "s", "c", "+c", " c", "#c", ",c", "_c", ".3c", "5c", ".3", ".3d", ".3f", ",", "_", ",x", "_x", ",b", "_o", ",n", "_n", ",_", "_,", ",,", "__",
             "_,d", ",_d", ".", "10.", "#x", "#b", "#o", "#X", "=+8", "08,", "%", "e", "z.1f", "zd", "g", "r", "dd", "q", "é", ",e", ",%", "99999999999999999999", ".99999999999999999999f",
             ".2147483648f", ".2147483647d", "x<5", "0<5", "05", "+05", "<05"]:
    attempt(97, spec)
    attempt(True, spec)
for value in [-1, 0x110000, 1 << 40, 1 << 80, -(1 << 80), 0xD800, 0x20AC]:
    attempt(value, "c")
    attempt(value, "5c")
for spec in ["", "+", "z", "#", "s", "d", "c", "x", ",", "_", ",_", "_,", ",f", "_f", ",n", "_n", ".3", ".", ".0", "#.0f", "%", "+.1%", "e", "E", "G", "F", "n", "q", ".99999999999999999999",
             ".2147483648", "10.2f", "=+10.2f", "010.2f", "z.1f", "+z.1f", "z+f", "é", "é^10"]:
    attempt(-0.04, spec)
for spec in ["", "+", "z", "z.1f", "#", "s", "d", "c", ",", "_", ",.2f", "0", "05", "=10", "=", ">20", "^20.1f", "q", "%", "n", ".2147483648f", ".", "e", "020", "0<20", "<020"]:
    attempt(1 - 2j, spec)
for value in [Plain(), [], (), {}, set(), None, ..., NotImplemented, range(3), b"b", attempt, int, Exception("x"), object()]:
    for spec in ["5", "s", "d"]:
        attempt(value, spec)
attempt(Odd(), "")
attempt(Odd(), "x")
attempt(Unformattable(), "")
attempt(5, 5)
attempt("a", b"a")
attempt(Plain(), None)
attempt(1.5, 1.5)
attempt([], 5)
for function in [object.__format__, str.__format__, int.__format__, float.__format__, complex.__format__]:
    for arguments in [(), (5,), (object(), 5), ("a", 5), (5, 5), (1.5, 5), (1j, 5)]:
        try:
            print(function(*arguments))
        except TypeError as e:
            print(e)


def field(spec, value=5):
    try:
        print(f"{value:{spec}}")
    except Exception as e:
        print(type(e).__name__, e)


field("q")
field(5)
field("", Odd())
field("x", Plain())
field("é", 1.5)
