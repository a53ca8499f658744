# Keyword arguments of constructors without keyword parameters, for the type itself and for subclasses.
import itertools


def attempt(action, *arguments, **keywords):
    try:
        print(type(action(*arguments, **keywords)).__name__)
    except TypeError as e:
        print(e)


constructors = [
    (float, (1,)), (tuple, ([1],)), (list, ([1],)), (set, ([1],)), (frozenset, ([1],)), (zip, ([1],)), (map, (abs, [1])),
    (filter, (None, [])), (reversed, ([],)), (complex, (1,)), (int, (1,)), (str, (1,)), (itertools.chain, ()), (itertools.cycle, ([],)),
    (itertools.islice, ([], 1)), (itertools.starmap, (abs, [])), (itertools.takewhile, (abs, [])),
]
for base, arguments in constructors:
    class Plain(base):
        pass

    class Initialized(base):
        def __init__(self, *arguments, **keywords):
            pass

    class Made(base):
        def __new__(cls, *arguments, **keywords):
            return super().__new__(cls, *arguments)

    print(base.__name__)
    for cls in base, Plain, Initialized, Made:
        attempt(cls, *arguments, unit=1)
        attempt(base.__new__, cls, *arguments, unit=1)


class Length(float):
    def __init__(self, value, *, unit):
        self.unit = unit


try:
    length = Length(2.5, unit="m")
    print(length, length.unit)
except TypeError as e:
    print(e)
