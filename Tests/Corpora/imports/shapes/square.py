import math


def side(area):
    return math.isqrt(area)
