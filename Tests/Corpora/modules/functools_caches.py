# functools: lru_cache, singledispatch, singledispatchmethod.
from functools import lru_cache, singledispatch, singledispatchmethod


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


@lru_cache(maxsize=2)
def square(x):
    "squares"
    print("square", x)
    return x * x


print(square(2), square(3), square(2), square(4), square(3), square(2))
print(square.cache_info(), square.__name__, square.__doc__, square.__wrapped__(5))
square.cache_clear()
print(square.cache_info())
attempt(square, [1])


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@lru_cache
def plain(*args, **kwargs):
    print("plain", args, kwargs)
    return len(args) + len(kwargs)


print(plain(1), plain(1), plain(a=1), plain(a=1), plain(1, 2), plain(), plain((1, 2)), plain(1.0), plain.cache_info())


@lru_cache(maxsize=None, typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed(x=1), typed(x=1.0), typed.cache_info())


@lru_cache(maxsize=0)
def never(x):
    print("never", x)


never(1)
never(1)
print(never.cache_info())
attempt(lru_cache, "x")


class Account:
    def __init__(self, n):
        self.n = n

    @lru_cache(maxsize=8)
    def total(self, k):
        print("total", self.n, k)
        return self.n + k


a, b = Account(1), Account(2)
print(a.total(1), a.total(1), b.total(1), Account.total(a, 1), Account.total.cache_info().hits)


@singledispatch
def describe(x, *rest):
    "describes"
    return "object"


@describe.register
def _(x: int, *rest):
    return "int", rest


@describe.register(str)
@describe.register(bytes)
def text(x, *rest):
    return "text"


@describe.register(list)
def _(x, *rest):
    return "list of " + str([describe(i) for i in x])


describe.register(float, lambda x: "float")
print(describe(5), describe(True, 1), describe("a"), describe(b"a"), describe([1, "x", None]), describe(1.5), describe({}))
print(describe.dispatch(bool) is describe.dispatch(int), describe.dispatch(dict)(0), describe.__name__, describe.__doc__, sorted(c.__name__ for c in describe.registry))
attempt(describe)
attempt(describe.register, 5)


class Printer:
    @singledispatchmethod
    def show(self, x):
        return "any", x

    @show.register
    def _(self, x: int):
        return "int", x

    @show.register(str)
    def _(self, x):
        return "str", x


print(Printer().show(1), Printer().show("s"), Printer().show(None))
