# Function objects: attributes, defaults, annotations, code, methods, partial application.
import functools


def f(a, b=2, /, c=3, *args, d, e=5, **kwargs) -> int:
    """The docstring."""
    local = a
    return local


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__dict__)
code = f.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_nlocals,
      code.co_flags & 0x0C, code.co_names, code.co_cellvars, code.co_freevars, code.co_firstlineno)
f.__defaults__ = (20, 30)
print(f(1, d=4), f.__defaults__)
f.__kwdefaults__ = None
try:
    f(1, d=4)
except TypeError as error:
    print(error)
f.__kwdefaults__ = {"d": "now optional", "e": 6}
print(f("x"))
f.__name__ = "renamed"
f.__doc__ = None
f.tag = [1]
print(f.__name__, f.__doc__, f.tag, vars(f))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: setattr(f, "__name__", 5))
attempt(lambda: setattr(f, "__defaults__", 5))
attempt(lambda: setattr(f, "__code__", 5))
attempt(lambda: setattr(f, "__kwdefaults__", 5))
attempt(lambda: setattr(f, "__dict__", 5))
attempt(lambda: delattr(f, "nothing"))


def one():
    return "one"


def two():
    return "two"


one.__code__ = two.__code__
print(one(), one.__name__)


def closure():
    x = 1
    return lambda: x


attempt(lambda: setattr(one, "__code__", closure().__code__))


class C:
    """Class docstring."""

    def method(self, x=1):
        """Method docstring."""
        return self, x

    @staticmethod
    def static():
        return "static"

    @classmethod
    def cm(cls):
        return cls.__name__


c = C()
m = c.method
print(m.__name__, m.__qualname__, m.__doc__, m.__self__ is c, m.__func__ is C.method, m == c.method, m is c.method, hash(m) == hash(c.method))
print(C.method.__qualname__, C.static(), c.static(), C.cm(), c.cm.__self__ is C, C.__doc__, C.static.__name__)
attempt(lambda: setattr(m, "attribute", 1))
print((lambda: 0).__name__, (lambda: 0).__qualname__, len.__name__, [].append.__name__, [].append.__self__, len.__qualname__, str.join.__qualname__)
add = functools.partial(int, base=2)
print(add("101"), add.func is int, add.args, add.keywords, functools.partial(print, 1, sep="-").args)
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.reduce(lambda a, b: a + b, [], "init"))


def wrapper_maker(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)
    return wrapper


wrapped = wrapper_maker(two)
print(wrapped.__name__, wrapped.__wrapped__ is two, wrapped())


@functools.lru_cache(maxsize=None)
def slow(n):
    return n if n < 2 else slow(n - 1) + slow(n - 2)


print(slow(80), slow.cache_info().hits, slow.cache_info().misses)


@functools.total_ordering
class Ordered:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Ordered(1) <= Ordered(2), Ordered(3) > Ordered(2), Ordered(1) >= Ordered(2))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
attempt(lambda: functools.reduce(lambda a, b: a, []))
print(callable(f), callable(5), callable(C), callable(c), isinstance(f, type(lambda: 0)), type(f).__name__, type(m).__name__, type(len).__name__)


def recursive_default(n, f=lambda n: n * 2):
    return f(n)


print(recursive_default(4), recursive_default(4, f=abs))


def keyword_defaults(*, a=1, b=[]):
    b.append(a)
    return b


print(keyword_defaults(), keyword_defaults(a=5), keyword_defaults.__kwdefaults__)


def globals_of():
    return globals_of.__globals__ is globals()


print(globals_of())
