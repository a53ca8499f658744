# f-strings: conversions, format specs, nesting, debugging form, __format__.
name, number, pi = "Ann", 42, 3.14159265
print(f"{name}", f"{name!r}", f"{name!s:>6}|", f"{'é'!a}", f"{name:>10}|{name:<10}|{name:^10}|{name:*^9}")
print(f"{number:5}|{number:<5}|{number:05}|{number:+}|{number:x}|{number:#x}|{number:o}|{number:b}|{number:#010b}|{number:e}|{number:,}|{number:c}|{number: }")
print(f"{pi:.2f}|{pi:8.3f}|{pi:<8.1f}|{pi:e}|{pi:.3g}|{pi:%}|{pi:+.0f}|{1e10:g}|{1234567.891:,.2f}|{0.00001234:g}|{float('inf')}|{float('nan'):5}|{-0.0}")
print(f"{10**20:,}|{-1234567:_}|{255:_x}|{10**30:e}|{True}|{True:d}|{None}|{None!s:>6}|{[1, 'a']}|{(1,)}|{ {'k': 1} }")
width, precision = 10, 3
print(f"{pi:{width}.{precision}f}|{name:{'>'}{width}}|{number:{'0' if number else ' '}{width}d}")
print(f"{name=} {number = } {pi=:.2f} {name = !s} {number + 1 = }")
print(f"a{{b}}c {{{number}}}", f"", f"plain", f"{''}", f"{'nested ' + f'{number}'}", f"{name[0]}{name[1:]}", f"{number if number > 1 else 0}", f"{(lambda x: x * 2)(4)}")
print(f"multi {number} line" f" joined {name}" " and plain")
print(f"{'a' 'b'}", f'{"quotes"}', f"{{}}", f"{name!r:^12}", rf"\raw{number}\n", f"\x41\u00e9{name}")


class Custom:
    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


c = Custom()
print(f"{c}", f"{c:spec}", f"{c!s}", f"{c!r}", f"{c!a:>6}", format(c), format(c, "x"), "{:abc}".format(c), f"{c:{name}}")


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class BadFormat:
    def __format__(self, spec):
        return 5


class BadStr:
    def __str__(self):
        return 5

    def __repr__(self):
        return None


class RaisingStr:
    def __str__(self):
        raise ValueError("no str")

    def __repr__(self):
        raise ValueError("no repr")


attempt(lambda: f"{BadFormat()}")
attempt(lambda: f"{BadStr()!s}")
attempt(lambda: f"{BadStr()!r}")
attempt(lambda: f"{BadStr()!a}")
attempt(lambda: f"{RaisingStr()!s}")
attempt(lambda: f"{RaisingStr()!r}")
attempt(lambda: f"{RaisingStr()}")
attempt(lambda: f"{object():x}")
attempt(lambda: f"{'a':d}")
attempt(lambda: f"{5:s}")
attempt(lambda: f"{5:.2}")
attempt(lambda: f"{1.5:x}")
attempt(lambda: f"{'a':=5}")
attempt(lambda: f"{[]:5}")
attempt(lambda: f"{None:>5}")
attempt(lambda: f"{5:,x}")
attempt(lambda: f"{5:1000000000000000000000}")
attempt(lambda: f"{name:{5}{5}{'q'}}")
attempt(lambda: f"{-1:c}")
attempt(lambda: format(5, 5))
attempt(lambda: f"{undefined_name}")
attempt(lambda: f"{5:zz}")
print("{:>5}|{:<5}|{:^5}".format("a", "b", "c"), "{0[1]} {1[key]} {2.real}".format([1, 2], {"key": "v"}, 5), "{!r} {!s}".format("a", "b"), "{:{}}".format("x", 5), "{{}}".format())
print("{a}{b}".format(a=1, b=2), "{}{}".format(*"xy"), "{x}".format(**{"x": 1}), "{0}{0}".format("r"), "{:.3}".format("truncated"), "{:5d}".format(True), "{:08.3f}".format(-3.14159), "{:+,}".format(1234567))
print("%5d|%-5d|%05d|%+d|%x|%X|%o|%e|%g|%5.1f|%s|%r|%c|%%|%i" % (1, 2, 3, 4, 255, 255, 8, 1.5, 0.0001, 2.25, "s", "r", "c", 7), "%*d" % (5, 42), "%.3s" % "abcdef", "%(k)5s" % {"k": "v"})
print("".join(f"{i}:{i**2:>4}{' ' if i % 2 else ';'}" for i in range(6)))
print(str(1.0), repr(1e16), 1e-7, 123456.789e3, 2.5e-8, 1/3, 100.0, 1e100, float(2**53), 0.1 + 0.7, 5e-324)
print(f"{1234.5678:10.2e}|{0:.0%}|{0.5:.0f}|{1.5:.0f}|{2.5:.0f}|{12345.678:.3}|{1e-10:f}|{3:.1f}|{3 + 4j:.1f}|{3 + 4j}")
