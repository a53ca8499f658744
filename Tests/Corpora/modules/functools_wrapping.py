# functools: wraps, update_wrapper, total_ordering, cached_property, lru_cache: refused arguments and rare uses.
import functools as F


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


def inner():
    "its text"


inner.attribute = 3


def outer():
    pass


for make in (
    lambda: F.update_wrapper(), lambda: F.update_wrapper(outer), lambda: F.update_wrapper(outer, inner) is outer, lambda: sorted(outer.__dict__),
    lambda: outer.__name__, lambda: F.update_wrapper(outer, inner, (), ()) is outer, lambda: F.update_wrapper(outer, inner, updated=("nope",)),
    lambda: F.update_wrapper(outer, inner, assigned=5), lambda: F.update_wrapper(outer, 5, assigned=("x",)) is outer, lambda: F.wraps(),
    lambda: F.wraps(inner)(lambda: 0).__name__, lambda: F.wraps(inner, foo=1), lambda: F.WRAPPER_UPDATES, lambda: F.WRAPPER_ASSIGNMENTS[:4],
    lambda: F.wraps(inner).keywords["updated"], lambda: F.wraps(inner, ("__doc__",))(lambda: 0).__doc__, lambda: F.total_ordering(),
    lambda: F.total_ordering(int), lambda: F.total_ordering(type("X", (), {})), lambda: F.lru_cache(maxsize="x"), lambda: F.lru_cache(1.5),
    lambda: F.lru_cache(1, 2, 3), lambda: F.lru_cache(None)(5), lambda: F.lru_cache(foo=1), lambda: F.lru_cache(len, typed=1),
    lambda: F.lru_cache(maxsize=-3)(len).cache_info(), lambda: F.lru_cache(True)(len).cache_info(), lambda: F.cached_property(),
):
    show(make)


@F.total_ordering
class Version:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return self.v < other.v if isinstance(other, Version) else NotImplemented

    def __eq__(self, other):
        return isinstance(other, Version) and self.v == other.v


a, b = Version(1), Version(2)
print(a < b, a <= a, a > b, b >= a, b > a, a >= b, Version.__gt__.__name__, Version.__ge__.__doc__, type(Version.__ge__).__name__)
show(lambda: a >= 3)
show(lambda: Version.__ge__(a, 3))
for root in ("__le__", "__gt__", "__ge__"):
    cls = F.total_ordering(type("C", (), {root: lambda x, y: NotImplemented, "__eq__": lambda x, y: False}))
    print(root, [(n, getattr(cls, n).__doc__) for n in ("__lt__", "__le__", "__gt__", "__ge__") if n != root])


class Slow:
    @F.cached_property
    def x(self):
        "the text of x"
        print("computing")
        return 5

    y = F.cached_property(lambda self: 7)


class Slots:
    __slots__ = ()

    @F.cached_property
    def x(self):
        return 1


slow = Slow()
for make in (
    lambda: slow.x, lambda: slow.x, lambda: slow.__dict__, lambda: Slow.x.__doc__, lambda: Slow.x.attrname, lambda: Slow.y.__get__(slow), lambda: slow.y,
    lambda: F.cached_property(len).__get__(slow), lambda: Slow.x.__set_name__(Slow, "z"), lambda: Slow.x.__set_name__(Slow, "x"), lambda: delattr(slow, "x"),
    lambda: slow.x, lambda: Slots().x,
):
    show(make)


@F.lru_cache(maxsize=2, typed=True)
def cached(x, *, y=0):
    return x


for argument in (1, 1.0, True, 2, 1):
    print(cached(argument), end=" ")
print(cached(1, y=2), cached(1, y=2.0), cached.cache_info(), cached.cache_clear(), cached.cache_info(), cached.__wrapped__(5))
show(lambda: cached())
show(lambda: cached([]))
show(lambda: cached.cache_clear(1))
print(cached.__reduce__(), cached.__copy__() is cached, cached.__deepcopy__({}) is cached)


# A cache that is filled and cleared while its function runs.
@F.lru_cache(maxsize=3)
def busy(n):
    if n == 5:
        busy.cache_clear()
    return n if n < 2 else busy(n - 1) + busy(n - 2)


print(busy(9), busy.cache_info())
