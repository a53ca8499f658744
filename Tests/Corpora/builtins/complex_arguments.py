"""The order in which complex(), pow() and int() look at their arguments."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

class Float:
    def __init__(self, value): self.value = value

    def __float__(self):
        if isinstance(self.value, Exception): raise self.value
        return self.value


class Complex:
    def __init__(self, value): self.value = value

    def __complex__(self): return self.value


class Index:
    def __index__(self): return 3


GIVEN = {
    "1.5": 1.5, "2j": 2j, "'1'": "1", "None": None, "[]": [], "Float": Float(1.5), "not float": Float(2), "failing": Float(ValueError("mine")),
    "Complex": Complex(1 + 1j), "not complex": Complex(1), "Index": Index(), "huge": 10**400, "object": object}
for first in sorted(GIVEN):
    show("complex(%s)" % first, complex, GIVEN[first])
    for second in sorted(GIVEN):
        if {first, second} & {"2j", "Complex"} and second in ("2j", "Complex"):
            continue
        show("complex(%s, %s)" % (first, second), complex, GIVEN[first], GIVEN[second])
for base in (2, 2.0, 2j, "2", None, [2]):
    for exponent in (3, 3.0, 3j, "3", None):
        for modulus in (5, 5.0, 5j, "5", 0):
            show("pow(%r, %r, %r)" % (base, exponent, modulus), pow, base, exponent, modulus)
