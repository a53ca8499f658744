# Protocol methods that builtins and instructions call: conversions, length, hash, index, iteration, calls, copies of state.
class Number:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value

    def __index__(self):
        return self.value

    def __float__(self):
        return self.value + 0.5

    def __complex__(self):
        return complex(self.value, 1)

    def __bool__(self):
        return self.value != 0

    def __hash__(self):
        return self.value * 1000

    def __eq__(self, other):
        return isinstance(other, Number) and other.value == self.value

    def __round__(self, digits=None):
        return ("rounded", self.value, digits)

    def __trunc__(self):
        return self.value

    def __floor__(self):
        return ("floor", self.value)

    def __ceil__(self):
        return ("ceil", self.value)

    def __str__(self):
        return f"number {self.value}"

    def __bytes__(self):
        return b"bytes"

    def __len__(self):
        return self.value

    def __length_hint__(self):
        return 3

    def __divmod__(self, other):
        return "divmod", other

    def __pow__(self, other, modulus=None):
        return "pow", other, modulus

    def __sizeof__(self):
        return 1

    def __dir__(self):
        return ["b", "a"]


import math

n = Number(3)
print(int(n), float(n), complex(n), bool(n), hash(n), n == Number(3), n != Number(4), round(n), round(n, 2), math.floor(n), math.ceil(n), math.trunc(n))
print(str(n), bytes(n), len(n), divmod(n, 5), pow(n, 2), pow(n, 2, 7), dir(n), hex(n), bin(n), chr(Number(65)), "abcdef"[n], [0] * n, range(n), "x" * n, {n: 1}[Number(3)])
print([1, 2, 3, 4, 5][n:], [1, 2, 3, 4, 5][:Number(2)], list(range(10))[::n], bytes(3) == bytes([0, 0, 0]), "%d" % n if False else "", (5).__pow__(2))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def returning(name, value):
    return type("R", (), {name: lambda self, *args: value})()


attempt(lambda: int(returning("__int__", "x")))
attempt(lambda: float(returning("__float__", "x")))
attempt(lambda: complex(returning("__complex__", "x")))
attempt(lambda: bool(returning("__bool__", 1)))
attempt(lambda: hash(returning("__hash__", "x")))
attempt(lambda: len(returning("__len__", "x")))
attempt(lambda: len(returning("__len__", -1)))
attempt(lambda: len(returning("__len__", 2**70)))
attempt(lambda: str(returning("__str__", 5)))
attempt(lambda: repr(returning("__repr__", 5)))
attempt(lambda: bytes(returning("__bytes__", 5)))
attempt(lambda: iter(returning("__iter__", 5)))
attempt(lambda: [1][returning("__index__", "x")])
attempt(lambda: range(returning("__index__", 2.0)))
attempt(lambda: format(returning("__format__", 5)))
attempt(lambda: dir(returning("__dir__", 5)))
attempt(lambda: 5 in returning("__contains__", []))
attempt(lambda: reversed(returning("__reversed__", "anything")))
attempt(lambda: isinstance(5, returning("__instancecheck__", True)))
attempt(lambda: int(returning("__index__", 7)))
attempt(lambda: float(returning("__index__", 7)))
attempt(lambda: list(returning("__iter__", iter("abc"))))
attempt(lambda: hash(returning("__hash__", 2**70)))
attempt(lambda: hash(returning("__hash__", -1)))
attempt(lambda: int(object()))
attempt(lambda: float(object()))
attempt(lambda: len(object()))
attempt(lambda: iter(object()))
attempt(lambda: reversed(object()))


class Hinted:
    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        return 10


print(list(Hinted()), tuple(Hinted()), [*Hinted()])


class EqOnly:
    def __eq__(self, other):
        return True


class SubHash(EqOnly):
    __hash__ = object.__hash__


attempt(lambda: hash(EqOnly()))
print(isinstance(hash(SubHash()), int), EqOnly.__hash__)


class Caller:
    def __init__(self, f):
        self.f = f

    def __call__(self, *args, **kwargs):
        return self.f(*args, **kwargs)


print(Caller(max)(1, 5), Caller(Caller(sorted))([2, 1], reverse=True), list(map(Caller(str), [1, 2])), sorted([3, 1], key=Caller(lambda x: -x)))


class Bound:
    method = Caller(lambda *args: len(args))

    def ordinary(self):
        return "ordinary"


print(Bound().method(1), Bound().ordinary.__func__(None), Bound.ordinary(None))


class Copying:
    def __init__(self):
        self.items = [1]

    def __getstate__(self):
        return {"items": list(self.items)}


print(Copying().__getstate__(), Number.__init__.__name__, n.__class__.__name__, n.__eq__(5), n.__lt__(5), object.__eq__(1, 2), (1).__eq__("x"))


class WithDict(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


d = WithDict(a=1)
d.real = 2
print(d.a, d.real, d, d.__dict__)
attempt(lambda: d.b)
