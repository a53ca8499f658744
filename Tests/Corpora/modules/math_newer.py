# Functions of math that came in 3.11 to 3.13, and random.binomialvariate.
# versions: 3.13-
import math
import random


def show(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, arguments, result)


for x in (27, -8, 0.0, 2.5, float("inf"), "x"):
    show(math.cbrt, x)
for x in (0, 10, -1, 0.5, 1024, float("-inf"), None):
    show(math.exp2, x)
show(math.sumprod, [1, 2], [3, 4])
show(math.sumprod, [0.1] * 10, [10.0] * 10)
show(math.sumprod, [1], [1, 2])
show(math.sumprod, [1, 2.5, True], [2, 4, 10**30])
show(math.sumprod, 5, [1])
show(math.fma, 2.0, 3.0, 4.0)
show(math.fma, float("inf"), 0.0, 1.0)
show(math.fma, 1e308, 10.0, float("-inf"))
show(math.nextafter, 1.0, 2.0, steps=5)
show(math.nextafter, 1.0, 2.0, steps=-1)
random.seed(7)
print(random.binomialvariate(100, 0.3), random.binomialvariate(10, 0.1), random.binomialvariate(1000, 0.7))
