# functools: partial, reduce, cmp_to_key, wraps, total_ordering, cached_property, partialmethod.
import functools
from functools import cached_property, cmp_to_key, partial, partialmethod, reduce, total_ordering, update_wrapper, wraps


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def show(*args, **kwargs):
    return args, kwargs


p = partial(show, 1, 2, a=3)
print(p(4, b=5), p(a=6), p.args, p.keywords, p.func is show)
q = partial(p, 7, c=8)
print(q(), q.args, q.keywords, q.func is show)
print(partial(int, base=2)("1011"), repr(partial(int, base=2)), partial(max)(3, 4))
p.note = "x"
print(p.note, p.__dict__)
attempt(partial)
attempt(partial, 5)

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [1, 2, 3], 10), reduce(max, [], 7), reduce(lambda a, b: [a, b], "abcd"))
attempt(reduce, max, [])
attempt(reduce, max, 5)

print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted("bca", key=cmp_to_key(lambda a, b: (a > b) - (a < b))))
k = cmp_to_key(lambda a, b: a - b)
print(k(1) < k(2), k(1) == k(1), k(3) >= k(4), k(5).obj)
attempt(lambda: k(1) < 5)
attempt(hash, k(1))


def decorator(f):
    @wraps(f)
    def inner(*args):
        "inner doc"
        return f(*args)
    return inner


@decorator
def documented(x: int) -> str:
    "documented doc"
    return str(x)


documented.extra = 1
print(documented.__name__, documented.__doc__, documented.__wrapped__.__name__, documented.__qualname__, documented.__annotations__, documented(4))


class Like:
    def __call__(self):
        return "called"


like = update_wrapper(Like(), documented)
print(like.__name__, like.extra, like.__wrapped__ is documented, like())
print(functools.WRAPPER_UPDATES, functools.WRAPPER_ASSIGNMENTS)


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Version) else NotImplemented


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a <= Version(1), a >= Version(1))
attempt(lambda: a >= 5)


@total_ordering
class Greater:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __ge__(self, other):
        return self.n >= other.n


print([(Greater(x) < Greater(y), Greater(x) <= Greater(y), Greater(x) > Greater(y)) for x, y in [(1, 2), (2, 2), (3, 2)]])
attempt(total_ordering, type("Empty", (), {}))


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        "the area"
        print("computing")
        return self.r * self.r * 3

    def move(self, dx, dy=0, *, z=0):
        return self.r, dx, dy, z

    right = partialmethod(move, 1)
    up = partialmethod(move, 0, dy=5)


c = Circle(2)
print(c.area, c.area, c.__dict__, Circle.area.__doc__)
del c.area
print(c.area)
print(c.right(), c.right(3, z=4), c.up(), Circle.right(c))
