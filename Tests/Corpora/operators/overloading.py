# Operator methods: forward, reflected, in-place, NotImplemented, subclass priority.
NAMES = ["add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "xor", "or"]


class Meta(type):
    pass


def make(name, prefix):
    def method(self, other):
        return f"{prefix}{name}({self!r}, {other!r})"
    return method


body = {f"__{prefix}{name}__": make(name, prefix) for name in NAMES for prefix in ("", "r", "i")}
body["__repr__"] = lambda self: "full"
body["__divmod__"] = lambda self, other: "divmod"
body["__rdivmod__"] = lambda self, other: "rdivmod"
Full = type("Full", (), body)
f = Full()
print(f + 1, f - 1, f * 1, f @ 1, f / 1, f // 1, f % 1, f ** 1, f << 1, f >> 1, f & 1, f ^ 1, f | 1, sep="\n")
print(1 + f, 1 - f, 1 * f, 1 @ f, 1 / f, 1 // f, 1 % f, 1 ** f, 1 << f, 1 >> f, 1 & f, 1 ^ f, 1 | f, sep="\n")
print(divmod(f, 1), divmod(1, f))
for statement in ["+=", "-=", "*=", "@=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "^=", "|="]:
    pass


def in_place():
    results = []
    x = f
    x += 1
    results.append(x)
    x = f
    x -= 1
    results.append(x)
    x = f
    x *= 1
    results.append(x)
    x = f
    x @= 1
    results.append(x)
    x = f
    x /= 1
    results.append(x)
    x = f
    x //= 1
    results.append(x)
    x = f
    x %= 1
    results.append(x)
    x = f
    x **= 1
    results.append(x)
    x = f
    x <<= 1
    results.append(x)
    x = f
    x >>= 1
    results.append(x)
    x = f
    x &= 1
    results.append(x)
    x = f
    x ^= 1
    results.append(x)
    x = f
    x |= 1
    results.append(x)
    return results


print(*in_place(), sep="\n")


class Declines:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        print(self.name, "declines add")
        return NotImplemented

    def __radd__(self, other):
        print(self.name, "takes radd")
        return "radd result"

    def __iadd__(self, other):
        print(self.name, "declines iadd")
        return NotImplemented


class Second(Declines):
    pass


a, b = Declines("a"), Declines("b")
print(1 + a)
try:
    print(a + 1)
except TypeError as error:
    print(error)
try:
    print(a + b)
except TypeError as error:
    print(error)
print(a + Second("sub"))
try:
    a += 1
except TypeError as error:
    print(error)


class Base:
    def __add__(self, other):
        return "Base.add"

    def __radd__(self, other):
        return "Base.radd"


class Derived(Base):
    def __radd__(self, other):
        return "Derived.radd first"


print(Base() + Derived(), Derived() + Base(), Base() + 1, 1 + Base())


class Unary:
    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return "abs"

    def __bool__(self):
        return False

    def __index__(self):
        return 5


u = Unary()
print(-u, +u, ~u, abs(u), not u, "yes" if u else "no", hex(u), [0, 1, 2, 3, 4, 5][u])


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(bool(Sized(0)), bool(Sized(1)), not Sized(0))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class BadBool:
    def __bool__(self):
        return 5


class RaisingBool:
    def __bool__(self):
        raise ValueError("no truth")


attempt(lambda: not BadBool())
attempt(lambda: bool(Sized(-1)))
attempt(lambda: 1 if RaisingBool() else 2)
attempt(lambda: bool(Sized("x")))
