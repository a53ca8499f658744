"""random: distributions of numbers that are no floats, bounds that are compared before they are used, states and seeds of every kind."""
import random
from collections import deque


class Half:
    """A number that knows what it is asked."""

    def __init__(self, value): self.value = value

    def __repr__(self): return "Half(%r)" % self.value

    def __add__(self, other): return ("add", self.value, type(other).__name__)

    def __radd__(self, other): return ("radd", self.value, type(other).__name__)

    def __sub__(self, other): return Half(self.value - getattr(other, "value", other))

    def __rsub__(self, other): return Half(other - self.value)

    def __mul__(self, other): return Half(self.value * getattr(other, "value", other))

    __rmul__ = __mul__

    def __truediv__(self, other): return self.value / getattr(other, "value", other)

    def __rtruediv__(self, other): return other / self.value


def attempt(name, *args, **keywords):
    generator = random.Random(7)
    try:
        result = getattr(generator, name)(*args, **keywords)
    except Exception as error:
        result = "%s: %s" % (type(error).__name__, error)
    if isinstance(result, float):
        result = "%.9g" % result
    elif isinstance(result, complex):
        result = "%.9g %.9g" % (result.real, result.imag)
    print(name, args, keywords or "", "->", result)


VALUES = [0, 1, -2, True, 2.5, 1e308, float("inf"), 3 + 4j, Half(2), "text", [1], (1, 2), None, {1}, 2**70, 2**1100]
for value in VALUES:
    for name in ("expovariate", "paretovariate"):
        attempt(name, value)
    for name in ("uniform", "triangular", "gauss", "normalvariate", "lognormvariate", "weibullvariate"):
        attempt(name, value, 1)
        attempt(name, 1, value)
for mode in (None, 0, 0.25, 1, 2, 1j, "x"):
    attempt("triangular", 0, 1, mode)
    attempt("triangular", 1, 1, mode)
for count in (0, 1, 2, 3, 4, -1, -2**70, 2**70, 1.0, "2", None, True, [1]):
    attempt("sample", [1, 2, 3], count)
    attempt("randbytes", count if not isinstance(count, int) else min(count, 9)) if hasattr(random.Random, "randbytes") else None
for state in ((), (3,), (3, (), None), (2, (), None), (4, (), None), [3, (1, 2), None], (3, (0,) * 625, None), (3, [0] * 625, None), 5, "abc"):
    try:
        random.Random(1).setstate(state)
        print("setstate", len(state))
    except Exception as error:
        print("setstate", type(error).__name__, error)
for version in (1, 2, 2.0, True):
    for seed in ("text", b"bytes", bytearray(b"array"), 5, -5, 2**80, 1.5, None):
        generator = random.Random(0)
        try:
            generator.seed(seed, version)
        except TypeError as error:
            print(seed, version, "TypeError", error)
            continue
        if seed is not None and not (isinstance(seed, (str, bytes)) and version not in (1, 2)):
            print(seed, version, generator.getrandbits(40))
generator = random.Random(3)
first = [generator.gauss(0, 1) for _ in range(3)]
state = generator.getstate()
print(len(state), state[0], len(state[1]), state[2] is None)
rest = [generator.gauss(1 + 1j, 2), generator.gauss(0, 3)]
generator.setstate(state)
again = [generator.gauss(1 + 1j, 2), generator.gauss(0, 3)]
print(rest == again, ["%.9g" % x for x in first])
print(random.Random(5).choices(deque("abc"), [1, 2, 3], k=6), random.Random(5).choices(range(3), cum_weights=[1, 1, 4], k=6))
