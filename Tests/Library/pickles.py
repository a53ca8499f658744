"""Pickles of all protocols, byte for byte, and what is read back; module `copy` of the library's classes."""

import array
import collections
import copy
import enum
import fractions
import functools
import io
import operator
import pickle


class Plain:
    def __init__(self):
        self.x = 1


class Slots:
    __slots__ = "a", "b"

    def __init__(self):
        self.a, self.b = 1, [2]


class State:
    def __getstate__(self):
        return {"q": 1}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.z = 1


class Items(list):
    pass


class Table(dict):
    pass


class Number(int):
    pass


class Named:
    def __new__(cls, a, *, b):
        self = object.__new__(cls)
        self.a, self.b = a, b
        return self

    def __getnewargs_ex__(self):
        return (self.a,), {"b": self.b}


class Failure(Exception):
    def __init__(self, message, k=1):
        super().__init__(message)
        self.k = k


Point = collections.namedtuple("Point", "x y")


class Colour(enum.Enum):
    red = 1


def function():
    pass


items = Items([1, 2])
items.n = 5
OBJECTS = [
    None, True, -1, 255, 65536, 2**31, -2**100, 1.5, 1j, "a", "\u00e9", "\ud800", "x" * 300, b"ab", b"x" * 300, bytearray(b"q"), [1, [2]], (1,), (1, 2, 3, 4),
    {1: 2}, {1}, frozenset([3]), Plain(), Slots(), State(), items, Table(a=1), Number(5), Named(1, b=2), Failure("m", 3), ValueError("x", 1), Point(1, 2),
    Colour.red, function, len, int, Plain, functools.partial(int, base=2), fractions.Fraction(1, 3), collections.OrderedDict(a=1),
    collections.defaultdict(list, a=[1]), collections.deque([1, 2], 5), collections.Counter("aab"), operator.itemgetter(1), operator.attrgetter("a.b"),
    operator.methodcaller("m", 1, k=2), range(1, 10, 2), slice(1, 2, 3), Ellipsis, NotImplemented, type(None), io.BytesIO(b"abc"), io.StringIO("abc"),
    iter([1, 2]), iter((1, 2)), reversed([1, 2]), OSError(2, "x", "f"), UnicodeDecodeError("utf-8", b"a", 0, 1, "r"), StopIteration(3), lambda: 0, (i for i in ()),
    memoryview(b"a"), io, Plain().__init__,
]


def shown(value):
    text = repr(value)
    return text[: text.index(" at 0x")] if " at 0x" in text else text


for value in OBJECTS:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        try:
            data = pickle._dumps(value, protocol)
            print(protocol, data if protocol < 4 else len(data) > 0, shown(pickle.loads(data)))
        except Exception as error:
            print(protocol, type(error).__name__, shown(str(error)))
    for copier in copy.copy, copy.deepcopy:
        try:
            print(shown(copier(value)))
        except Exception as error:
            print(type(error).__name__, error)

circle = []
circle.append(circle)
print(pickle.loads(pickle.dumps(circle)))
for bad in (b"", b".", b"x", b"\x80\x09.", b"cos\nnope\n.", b"(l", b"I1", b"\x80\x04K"):
    try:
        print(pickle._loads(bad))
    except Exception as error:
        print(type(error).__name__, error)
