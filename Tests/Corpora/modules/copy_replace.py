# copy.replace and __replace__.
# versions: 3.13-
import copy
from collections import namedtuple


def attempt(action, *arguments, **keywords):
    try:
        print(action(*arguments, **keywords))
    except Exception as e:
        print(type(e).__name__, e)


P = namedtuple("P", "x y")


class Own:
    def __init__(self, a):
        self.a = a

    def __replace__(self, **changes):
        return Own(**{"a": self.a, **changes})


def f():
    pass


print(copy.replace(P(1, 2), y=5), copy.replace(Own(1), a=2).a, copy.replace(Own(1)).a, copy.replace(f.__code__, co_name="g").co_name)
attempt(copy.replace, 5)
attempt(copy.replace, P(1, 2), z=1)
attempt(copy.replace, Own(1), b=1)
attempt(copy.replace)
