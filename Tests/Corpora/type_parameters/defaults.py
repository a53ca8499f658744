# Defaults of type parameters (PEP 696) and the errors of type parameter objects.
# versions: 3.13-
def f[T = int, *Ts = *tuple[int, str], **P = [int, str]]():
    return T, Ts, P


t, ts, p = f.__type_params__
print(t.__default__, p.__default__, t.has_default(), ts.has_default(), f() == (t, ts, p))


class C[A, B = A, D: int = bool]:
    pass


print([(x.__name__, x.has_default()) for x in C.__type_params__], C.__type_params__[1].__default__, C.__type_params__[2].__default__, C.__type_params__[2].__bound__)
type Alias[T = str] = list[T]
print(Alias.__type_params__[0].__default__, Alias.__value__)
evaluated = []


def note(value):
    evaluated.append(value)
    return value


def lazy[T = note("default")]():
    pass


print(evaluated, lazy.__type_params__[0].__default__, lazy.__type_params__[0].__default__, evaluated)


def missing[T = undefined_name]():
    pass


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: missing.__type_params__[0].__default__)
attempt(lambda: setattr(t, "__name__", "X"))
attempt(lambda: t())
attempt(lambda: Alias.__value__())
attempt(lambda: setattr(Alias, "__value__", 1))
attempt(lambda: isinstance(1, Alias))


def no_default[T]():
    pass


print(no_default.__type_params__[0].has_default(), Alias[int], type(Alias[int]).__name__)


class Shadow[T]:
    T = "class attribute"
    seen = T

    def m(self):
        return T


print(Shadow.T, Shadow.seen, type(Shadow().m()).__name__)
f.__type_params__ = ()
print(f.__type_params__)
attempt(lambda: setattr(f, "__type_params__", 5))
