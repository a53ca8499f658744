"""Elementary functions at points where every C library agrees, and their errors."""
import math


def show(function, *arguments):
    try:
        result = function(*arguments)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, arguments, result)


for x in (0, 1, -1, 0.5, 2, 1e-300, 1e300, float("inf"), float("-inf"), float("nan"), 710, 10**400, "x", None):
    for f in (math.exp, math.log, math.log2, math.log10, math.log1p, math.expm1, math.asin, math.acos, math.acosh, math.atanh,
              math.gamma, math.lgamma, math.sinh, math.cosh):
        try:
            result = f(x)
            text = format(result, ".12g")
        except Exception as error:
            text = f"{type(error).__name__}: {error}"
        print(f.__name__, x if x != 10**400 else "10**400", text)
for x in (0.0, 1.0, 2.5, -0.75):
    print(*(format(f(x), ".12g") for f in (math.sin, math.cos, math.tan, math.atan, math.asinh, math.tanh, math.erf, math.erfc)))
show(math.pow, 2, 10)
show(math.pow, 0, -1)
show(math.pow, -8, 1 / 3)
show(math.pow, 10, 400)
show(math.log, 8, 2)
show(math.log, 0)
show(math.log, 10, 1)
show(math.sqrt, -1)
show(math.factorial, -1)
show(math.factorial, 1.5)
show(math.isqrt, -1)
show(math.comb, -1, 2)
show(math.ldexp, 1.0, 5000)
show(math.fsum, [1e308, 1e308])
show(math.fsum, [float("inf"), float("-inf")])
show(math.dist, (1,), (1, 2))
show(math.isclose, 1, 2)
show(math.fmod, float("inf"), 1)
show(math.remainder, 1, 0)
