# namedtuple: what it makes, and what it refuses.
from collections import namedtuple as N


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


for make in (
    lambda: N("A", "x y")(1, 2), lambda: N("A", "x,y")(x=1, y=2), lambda: N("A", ["x", "y"])._fields, lambda: N("A", ()), lambda: N("A", "")(),
    lambda: N("A", "x x"), lambda: N("A", "_x"), lambda: N("A", "class"), lambda: N("A", "1x"), lambda: N("class", "x"), lambda: N("1A", "x"), lambda: N("A", 5),
    lambda: N("A", [1, 2]), lambda: N(5, "x"), lambda: N("A", "class _x x x 1", rename=True)._fields, lambda: N("A", "x y", defaults=(1, 2, 3)),
    lambda: N("A", "x y z", defaults=(1, 2))(0), lambda: N("A", "x y z", defaults=(1, 2))._field_defaults, lambda: N("A", "x y", defaults=5),
    lambda: N("A", "x", module="somewhere").__module__, lambda: N("A", "x").__module__, lambda: N("A", "x").__doc__, lambda: N("A", "x y").__doc__,
    lambda: N("A", "x")._make.__doc__, lambda: N("A", "x")._replace.__doc__, lambda: N("A", "x").__new__.__doc__, lambda: N("A", "x y").x.__doc__,
    lambda: N("A", "x").__new__.__qualname__, lambda: N("A", "x")._asdict.__qualname__, lambda: N("A", "x y").__slots__,
):
    show(make)

A = N("A", "x y z", defaults=(8, 9))
a = A(1)
for make in (
    lambda: A(), lambda: A(1, 2, 3, 4), lambda: A(1, x=2), lambda: A(1, q=2), lambda: A(y=2), lambda: A(*"abc"), lambda: A._make([1, 2]), lambda: A._make("abc"),
    lambda: A._make(5), lambda: a._replace(x=5), lambda: a._replace(q=5), lambda: a._replace(5), lambda: a._replace(x=1, q=2, r=3), lambda: a._asdict(), lambda: a[5],
    lambda: a.q, lambda: setattr(a, "x", 1), lambda: setattr(a, "q", 1), lambda: delattr(a, "x"), lambda: a.__getnewargs__(), lambda: a == (1, 8, 9),
    lambda: a + (4,), lambda: hash(a) == hash((1, 8, 9)), lambda: a < (1, 8, 10), lambda: a.index(8), lambda: A.x.__get__(5), lambda: A.x.__get__((7,)),
    lambda: A.z.__get__((7,)), lambda: type(A.x).__name__, lambda: A.x.__reduce__()[1], lambda: A._fields_defaults,
    lambda: sorted(n for n in vars(A) if not n.startswith("__")), lambda: A.__new__.__defaults__, lambda: A.__bases__, lambda: A.__new__(A, 5),
):
    show(make)


class Point(N("Point", "x y")):
    __slots__ = ()

    def __add__(self, other):
        return self._replace(x=self.x + other.x, y=self.y + other.y)

    @property
    def size(self):
        return self.x * self.y


p = Point(1, 2) + Point(3, 4)
print(p, p.size, p._asdict(), Point._make((5, 6)), p._fields, isinstance(p, tuple), Point.x is not None)
show(lambda: Point(1))
show(lambda: p.other)
x, y = p
print(x, y, max(Point(1, 5), Point(1, 4)), [*p], {**p._asdict()})
A.x.__doc__ = "changed"
print(A.x.__doc__)
