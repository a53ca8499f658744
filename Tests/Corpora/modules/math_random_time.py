# The native modules math, random (seeded), time and sys.
import math
import random
import sys
import time

print(math.pi, math.e, math.tau, math.inf, math.nan, math.sqrt(2), math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(1), math.atan2(1, -1), math.sinh(1), math.cosh(1), math.tanh(0.5), math.degrees(math.pi), math.radians(180))
print(math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), math.fabs(-3), math.fmod(-7, 3), math.remainder(7, 4), math.modf(3.25), math.frexp(8.0), math.ldexp(0.5, 4), math.copysign(1, -0.0))
print(math.gcd(12, 18), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.isqrt(99), math.hypot(3, 4), math.dist([0, 0], [3, 4]), math.prod([1, 2, 3]), math.fsum([0.1] * 10))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.pow(2, 0.5), math.erf(0.5), math.gamma(5))
random.seed(42)
print(random.random(), random.randint(1, 100), random.randrange(0, 100, 5), random.choice("abcdef"), random.uniform(1, 2), random.getrandbits(40), random.sample(range(100), 5), random.choices([1, 2, 3], k=5))
items = list(range(10))
random.shuffle(items)
print(items, random.gauss(0, 1), random.randbytes(4) if hasattr(random, "randbytes") else "", random.triangular(0, 1, 0.5), random.expovariate(1.0))
generator = random.Random("text seed")
print(generator.random(), generator.randint(0, 10**30))
state = generator.getstate()
first = [generator.random() for _ in range(3)]
generator.setstate(state)
print(first == [generator.random() for _ in range(3)], random.Random(5).random() == random.Random(5).random(), random.Random(2**100).random())
start = time.perf_counter()
clock = time.monotonic()
time.sleep(0.001)
print(time.perf_counter() > start, time.monotonic() >= clock, time.time() > 1.6e9, isinstance(time.time_ns(), int), time.process_time() >= 0)
print(sys.version_info[:2], sys.maxsize, sys.byteorder, sys.implementation is not None, isinstance(sys.path, list), sys.getrecursionlimit() > 0, sys.float_info.max, sys.int_info.bits_per_digit > 0, sys.hash_info.modulus)
print(sys.intern("x") is sys.intern("x"), sys.stdout.write("written\n"), sys.getdefaultencoding(), sys.flags is not None, "math" in sys.modules, sys.exc_info())
print("to stderr", file=sys.stderr)
sys.stderr.write("directly\n")


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: math.sqrt(-1))
attempt(lambda: math.log(0))
attempt(lambda: math.log(-5))
attempt(lambda: math.factorial(-1))
attempt(lambda: math.factorial(1.5))
attempt(lambda: math.exp(1000))
attempt(lambda: math.acos(2))
attempt(lambda: math.floor("x"))
attempt(lambda: math.floor(math.inf))
attempt(lambda: math.gcd(1.5, 2))
attempt(lambda: math.isqrt(-1))
attempt(lambda: math.comb(-1, 2))
attempt(lambda: math.pow(0, -1))
attempt(lambda: math.sin("x"))
attempt(lambda: math.ldexp(1.0, 10**10))
attempt(lambda: math.dist([1], [1, 2]))
attempt(lambda: random.randint(5, 1))
attempt(lambda: random.choice([]))
attempt(lambda: random.sample([1], 2))
attempt(lambda: random.randrange(0))
attempt(lambda: time.sleep(-1))
attempt(lambda: time.sleep("x"))
attempt(lambda: sys.setrecursionlimit(-1))
attempt(lambda: sys.intern(5))
