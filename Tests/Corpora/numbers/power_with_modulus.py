"""pow() with three arguments of different types: who is asked, and what is converted first."""


class Reflected:
    def __rpow__(self, *arguments): return ("reflected", len(arguments))


class IntPower(int):
    def __pow__(self, *arguments): return ("int power", len(arguments))

    def __rpow__(self, *arguments): return ("int reflected", len(arguments))


values = [2, 2**1100, 1.5, 1j, "a", Reflected(), IntPower(2)]
for a in values:
    for b in values:
        for c in values:
            try:
                result = pow(a, b, c)
            except Exception as e:
                result = "%s %s" % (type(e).__name__, e)
            print(result if len(str(result)) < 120 else "a long number")
