# versions: 3.9-
# OrderedDict with | and |=.
from collections import OrderedDict as O, defaultdict


class Sub(O):
    pass


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


def merged(value):
    o = O(a=1)
    o |= value
    return o


for make in (
    lambda: O(a=1) | {"b": 2}, lambda: {"b": 2} | O(a=1), lambda: O(a=1) | 1, lambda: O(a=1) | [("b", 2)], lambda: merged({"b": 1}),
    lambda: merged([("c", 1)]), lambda: merged(5), lambda: Sub(a=1) | O(b=2), lambda: type(O(a=1) | Sub(b=2)), lambda: O(a=1) | O(a=2, c=3),
    lambda: O(a=1) | defaultdict(int, b=1), lambda: defaultdict(int, b=1) | O(a=1), lambda: 1 | O(),
):
    show(make)
