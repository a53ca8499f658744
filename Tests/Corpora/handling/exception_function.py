# sys.exception().
# versions: 3.11-
import sys


def current():
    assert sys.exception() is sys.exc_info()[1]
    return repr(sys.exception())


def generator():
    yield current()
    try:
        raise KeyError("inner")
    except KeyError:
        yield current()
    yield current()


print(current())
try:
    raise ValueError("outer")
except ValueError:
    g = generator()
    print(current(), next(g), next(g), current(), next(g))
    try:
        raise TypeError("second")
    except TypeError:
        print(current())
    print(current())
print(current())
try:
    raise ExceptionGroup("group", [ValueError(1), TypeError(2)])
except* ValueError:
    print(current())
except* TypeError as rest:
    print(current(), rest is sys.exception())
