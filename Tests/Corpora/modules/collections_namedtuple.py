# collections.namedtuple
from collections import namedtuple


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


Point = namedtuple("Point", "x y")
p = Point(1, 2)
print(p, p.x, p[1], len(p), p == (1, 2), hash(p) == hash((1, 2)), p._fields, Point._field_defaults, isinstance(p, tuple))
print(Point(y=5, x=4), Point(*[1, 2]), Point(**{"x": 1, "y": 2}), Point(1, y=3))
x, y = p
print(x, y, p + (3,), p[::-1], sorted([Point(2, 1), Point(1, 5)]))
print(p._asdict(), p._replace(x=9), Point._make([7, 8]), Point.__doc__, Point.__name__, Point.__module__, Point.x.__doc__)
D = namedtuple("D", ["a", "b", "c"], defaults=[2, 3])
print(D(1), D(1, c=5), D._field_defaults)
print(namedtuple("R", "a def _b a 1", rename=True)._fields, namedtuple("E", "")(), namedtuple("T", ("only",))(4))
for args in [(), (1,), (1, 2, 3)]:
    attempt(Point, *args)
attempt(Point, 1, z=2)
attempt(Point, 1, x=2)
attempt(D)
attempt(D, 1, 2, 3, 4)
for args in [("A", "x x"), ("A", "x def"), ("A", "_x"), ("class", "x"), ("A", "x-y"), ("A", 5), (1, "x")]:
    attempt(namedtuple, *args)
attempt(namedtuple, "A", "x", defaults=[1, 2])
attempt(p._replace, z=1)
attempt(Point._make, [1])
attempt(setattr, p, "x", 5)
attempt(getattr, p, "nothing")


class Vector(Point):
    __slots__ = ()

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


v = Vector(3, 4)
print(v, v.length, v + Vector(1, 1), v._replace(x=0), type(v._replace(x=0)).__name__)


class Open(namedtuple("Open", "a")):
    def __new__(cls, a):
        return super().__new__(cls, a * 2)


o = Open(5)
o.more = 1
print(o, o.more, o.__dict__)
