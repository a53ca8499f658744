from .constants import PI

NAME = "circle"


def area(r):
    return PI * r * r
