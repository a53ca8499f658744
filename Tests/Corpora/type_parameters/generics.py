# Type parameters of functions, classes and aliases (PEP 695, PEP 696 defaults).
# versions: 3.12-


def first[T](items: list[T]) -> T:
    return items[0]


print(first([1, 2]), first.__type_params__, first.__annotations__, first.__type_params__[0].__name__)


def bounded[T: int, S: (str, bytes), *Ts, **P](a: T, b: S, *args: *Ts) -> tuple[T, S]:
    return a, b, args


t, s, ts, p = bounded.__type_params__
print(t, s, ts, p, type(t).__name__, type(ts).__name__, type(p).__name__)
print(t.__bound__, s.__constraints__, s.__bound__, t.__constraints__, t.__covariant__, t.__contravariant__, t.__infer_variance__)
print(bounded(1, "x", 2, 3))


class Box[T]:
    kind: type[T]

    def __init__(self, value: T):
        self.value = value

    def get(self) -> T:
        return self.value

    def map[U](self, f: "Callable[[T], U]") -> "Box[U]":
        return Box(f(self.value))

    @classmethod
    def empty(cls) -> "Box[T]":
        return cls(None)


print(Box.__type_params__, Box(5).get(), Box(5).map(str).get(), Box.empty().value, Box.map.__type_params__, Box.__name__, Box.__qualname__)
print(Box[int], Box[int](7).value, [b.__name__ for b in Box.__bases__], Box[int].__origin__ is Box, Box[int].__args__)


class Pair[K, V](Box[K]):
    def __init__(self, key: K, value: V):
        super().__init__(key)
        self.second = value


pair = Pair("k", 1)
print(pair.get(), pair.second, Pair.__type_params__, [c.__name__ for c in Pair.__mro__])

type Number = int | float
type Tree[T] = tuple[T, list[Tree[T]]]
type Callback[**P, R] = "function"
print(Number, Number.__value__, Number.__name__, type(Number).__name__, Tree.__type_params__, Callback.__type_params__)
print(Tree.__value__)

log = []


def note(value):
    log.append(value)
    return value


def lazy[T: note(int)]():
    return T


print(log, lazy.__type_params__[0].__bound__, log, lazy() is lazy.__type_params__[0])
type Lazy = note("alias value")
print(log, Lazy.__value__, Lazy.__value__, log)
type Broken = undefined_name
try:
    Broken.__value__
except NameError as error:
    print(error)


def outer[T](x: T):
    def inner[U](y: U) -> tuple[T, U]:
        return x, y, T, U
    return inner


i = outer(1)
print(i(2), i.__type_params__, i.__annotations__)


class Outer[T]:
    attribute = "class attribute"
    type Alias = tuple[T, attribute]

    class Inner[U]:
        parameters = (T, U)

    def method[V: attribute](self) -> V:
        return T, V


print(Outer.Alias.__value__, Outer.Inner.parameters, Outer().method(), Outer.method.__type_params__[0].__bound__)


def scope():
    x = "enclosing"

    class C[T]:
        x = "class"
        type A = x

        def m[U: x](self):
            return x
    return C.A.__value__, C.m.__type_params__[0].__bound__, C().m()


print(scope())


def decorated(f):
    print("decorating", f.__name__)
    return f


@decorated
def with_default[T](x: T = "default"):
    return x


print(with_default())


@decorated
class Decorated[T]:
    pass


print(Decorated.__type_params__)


class Meta(type):
    def __new__(mcls, name, bases, namespace, **keywords):
        print("meta", name, keywords, [getattr(b, "__name__", b) for b in bases])
        return super().__new__(mcls, name, bases, namespace)


class ByMeta[T](metaclass=Meta, flag=True):
    pass


print(ByMeta.__type_params__)
async_function = None


async def coroutine[T](x: T) -> T:
    return x


def generator[T](x: T):
    yield x


c = coroutine(5)
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value, coroutine.__type_params__, list(generator(6)), generator.__type_params__)
lambda_value = (lambda: (lambda x: x))()


def keyword_only[T](*, a: T = 1, b: T = 2) -> T:
    return a, b


print(keyword_only(b=5), keyword_only.__kwdefaults__, keyword_only.__qualname__)
