"""cmath: arguments, errors, isclose."""
import cmath
import math

def show(label, function, *arguments, **keywords):
    try:
        print(label, "->", repr(function(*arguments, **keywords)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


class Complex:
    def __init__(self, value):
        self.value = value

    def __complex__(self):
        return self.value


class Float:
    def __float__(self):
        return 2.0


class Index:
    def __index__(self):
        return 3


class Wrong:
    def __float__(self):
        return "x"


class Sub(complex):
    pass


for value in (1, 1.5, 2j, True, 10**400, -10**400, "a", None, b"a", Complex(1 + 2j), Complex(1), Complex("x"), Float(), Index(), Wrong(), Sub(3, 4), [1]):
    label = value if isinstance(value, (int, float, str)) and len(str(value)) < 9 else type(value).__name__
    for name in ("sqrt", "phase", "polar", "isnan", "exp", "log10"):
        show("%s %r" % (name, label), getattr(cmath, name), value)
for arguments in ((0,), (0, 2), (1, 0), (1, 1), (2, 2j), (1, None), (1, "x"), (2, 10**400)):
    show("log %r" % (arguments[:1],), cmath.log, *arguments)
show("log10", cmath.log10, 0)
for value in (1, -1, complex(1, 5e-324)):
    show("atanh", cmath.atanh, value)
show("atan", cmath.atan, 1j)
for name in ("exp", "cosh", "sinh", "sin", "cos"):
    for value in (1000, -1000, 1000j, complex(710.4758600739439, 0.7)):
        show(name, getattr(cmath, name), value)
show("polar", cmath.polar, complex(1.5e308, 1.5e308))
show("rect", cmath.rect, "a", 1)
show("rect", cmath.rect, 1)
show("rect", cmath.rect, 1, 1j)
show("rect", cmath.rect, 1, math.inf)
show("rect", cmath.rect, 0, math.inf)
for a, b, options in ((1, 1, {}), (1, 1 + 1e-10j, {}), (1, 1 + 1e-8j, {}), (1, 2, {"rel_tol": -1}), (1, 2, {"rel_tol": 1}), (1, 2, {"abs_tol": 1}), (1, 2, {"abs_tol": "x"}),
                      (math.inf, math.inf, {}), (complex(0, math.inf), 1, {}), (math.nan, math.nan, {}), ("a", 1, {}), (1e308, -1e308, {"rel_tol": 0.5})):
    show("isclose %r" % (options,), cmath.isclose, a, b, **options)
show("isclose", cmath.isclose, a=1, b=1)
show("isclose", cmath.isclose, 1)
