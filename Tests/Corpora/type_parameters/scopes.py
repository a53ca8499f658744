# Scopes of type parameters: names, closures, classes, laziness, defaults of arguments.
# versions: 3.12-
T = "global T"


def shadow[T](x: T):
    return T, shadow.__type_params__[0] is T


def after():
    return T


def nested[T]():
    def inner[T]():
        return T

    def uses():
        return T
    return inner() is inner.__type_params__[0], uses() is nested.__type_params__[0]


class C[T]:
    kept = T
    T2 = "class"

    def method(self):
        return T

    def generic[U](self, u: U) -> T:
        return T, U

    class Inner:
        def get(self):
            return T

    @staticmethod
    def static[T](x):
        return T

    comprehension = [T for _ in "a"]
    lambdas = (lambda: T)()


print(shadow(1), after(), nested(), C.kept is C.__type_params__[0], C().method() is C.kept, C().generic(1)[0] is C.kept, C.Inner().get() is C.kept)
print(C.static(1) is C.kept, C.comprehension[0] is C.kept, C.lambdas is C.kept, C.generic.__type_params__)


def defaults[T](x=T, *, y=T):
    return x, y


print(defaults(), defaults.__defaults__)


def decorator(value):
    def wrap(f):
        return value, f.__name__, f.__type_params__
    return wrap


@decorator(T)
def decorated[T]():
    pass


print(decorated)
calls = []


def note(value):
    calls.append(value)
    return value


class Bounds[A: note("bound"), B: (note("first"), note("second"))]:
    type Alias[X: note("alias bound")] = note("alias value")


print(calls)
a, b = Bounds.__type_params__
print(a.__bound__, calls, a.__bound__, calls, b.__constraints__, calls)
print(Bounds.Alias.__value__, Bounds.Alias.__type_params__[0].__bound__, calls)


def recursive():
    type Tree = dict[str, Tree] | None
    type Even = Odd
    type Odd = Even
    return Tree.__value__, Even.__value__ is Odd, Odd.__value__ is Even


print(recursive())


class Base:
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__()
        print("subclass", cls.__name__, keywords, [getattr(b, "__name__", b) for b in cls.__orig_bases__] if "__orig_bases__" in vars(cls) else None)


class Derived[T](Base, option=1):
    pass


class Last[T](Derived[T]):
    pass


async def coroutine[T](x: T) -> T:
    return T


def generator[*Ts](*args: *Ts):
    yield Ts


print(next(generator()), generator.__annotations__, coroutine.__annotations__)
try:
    coroutine(1).send(None)
except StopIteration as stop:
    print(stop.value)


def mangled():
    class M:
        def __f[__T](self, x: __T):
            return __T
        g = __f
    return M.g.__name__, M.g.__type_params__[0].__name__


print(mangled())
type Lambda = lambda: T
print(Lambda.__value__())
nonlocal_value = 1


def counter[T]():
    count = 0

    def bump[U]():
        nonlocal count
        count += 1
        return count
    return bump(), bump(), count


print(counter())
