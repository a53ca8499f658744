# versions: 3.14-
# functools.partial with placeholders, and reduce with a keyword.
import functools as F
from functools import Placeholder as _, partial as P


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


def every(*args, **kwargs):
    return args, kwargs


for make in (
    lambda: _, lambda: type(_), lambda: type(_)() is _, lambda: type(_)(1), lambda: _.__reduce__(), lambda: P(len, _), lambda: P(print, _, 1),
    lambda: P(every, _, 1, _, 2)(3, 4), lambda: P(every, _, 1, _, 2)(3), lambda: P(every, _, 1, _, 2)(), lambda: P(every, _, 1, _, 2)(3, 4, 5),
    lambda: P(every, k=_), lambda: P(P(every, _, 1, _, 2), 7)(8), lambda: P(P(every, _, 1, _, 2), _, 7)(8), lambda: P(P(print, _, 1), _),
    lambda: P(print, _, 1).args, lambda: bool(_), lambda: setattr(_, "x", 1), lambda: F.partialmethod(len, _), lambda: P(every, _, 1)(_),
    lambda: P(every, _, 1, x=5)(0, x=6), lambda: P(len).__setstate__((len, (_,), {}, None)), lambda: F.reduce(max, [1, 2], initial=7),
    lambda: F.reduce(max, [], initial=7), lambda: F.reduce(function=max, iterable=[1]), lambda: F.reduce(max, [1], 2, initial=3),
):
    show(make)


class C:
    bound = P(every, 1)
    holes = P(every, _, 1)


c = C()
print(c.bound(2)[0][0], c.holes()[0][1], type(c.bound), C.bound is C.__dict__["bound"])
