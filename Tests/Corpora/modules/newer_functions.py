# Functions of the native modules that came in 3.9 and 3.10.
# versions: 3.10-
import bisect
import itertools
import math
import random
from collections import Counter
from functools import cache


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), fib.cache_info(), fib.cache_parameters())
print(Counter("abracadabra").total(), Counter().total(), list(itertools.pairwise("abcd")), list(itertools.pairwise("a")), list(itertools.pairwise([])))
attempt(lambda: itertools.pairwise(1))
print(bisect.bisect(["a", "bb", "ccc"], 2, key=len), bisect.bisect_left([{"n": 1}, {"n": 3}], 2, key=lambda d: d["n"]))
names = ["a", "ccc"]
bisect.insort(names, "bb", key=len)
print(names)
print(math.lcm(4, 6), math.lcm(), math.lcm(2**70, 3**50), math.gcd(12, 18, 24), math.gcd(), math.nextafter(1, 2), math.ulp(1.0), math.ulp(1e300))
for value in (0.0, -1.0, 5e-324, 1.7976931348623157e308, float("inf"), float("nan"), "x"):
    attempt(lambda: (math.ulp(value), math.nextafter(value, 3.0)))
for number in (0, 1, 255, -255, 1 << 100, (1 << 100) - 1, True):
    print(number.bit_count(), end=" ")
print()
random.seed(11)
print(random.sample(["a", "b", "c"], 5, counts=[2, 2, 2]), random.randbytes(5))
attempt(lambda: random.sample(["a"], 2, counts=[1]))
print(repr(int | None), int | str == str | int, isinstance(5, int | str), isinstance(None, int | None))
print(list(zip("ab", [1, 2], strict=True)))
attempt(lambda: list(zip("ab", [1], strict=True)))
attempt(lambda: list(zip("a", [1, 2], strict=True)))
print(Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(a=1) == Counter(a=1, b=0), Counter(a=3, b=1) >= Counter(b=2))
attempt(lambda: Counter(a=1) < 5)
from collections import defaultdict, deque, namedtuple
print(deque[int], list[str], dict[str, int], tuple[int, ...], defaultdict[int, list], type[int])
print(namedtuple("Point", "x y").__match_args__, math.lcm(*range(1, 30)))


def has_builtins():
    pass


print(has_builtins.__builtins__ is not None, (lambda: 1).__builtins__ is has_builtins.__builtins__)
