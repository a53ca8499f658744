# collections.abc and abc: checks, registration, mixins, abstract methods.
import abc
from abc import ABC, ABCMeta, abstractmethod
from collections import abc as cabc
from collections.abc import *


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


names = ["Hashable", "Iterable", "Iterator", "Reversible", "Sized", "Container", "Collection", "Callable", "Set", "MutableSet", "Mapping", "MutableMapping", "Sequence", "MutableSequence", "Generator", "Awaitable", "Coroutine", "AsyncIterable"]
values = {"list": [], "tuple": (), "str": "", "bytes": b"", "dict": {}, "set": set(), "frozenset": frozenset(), "range": range(1), "int": 1, "None": None, "func": len, "lambda": lambda: 0,
          "gen": (i for i in ()), "iter": iter([]), "type": int, "keys": {}.keys(), "items": {}.items(), "values": {}.values(), "zip": zip(), "bytearray": bytearray()}
for name, value in values.items():
    print(name, [n for n in names if isinstance(value, getattr(cabc, n))])
print(issubclass(list, Sequence), issubclass(dict, Sequence), issubclass(int, Hashable), issubclass(list, Hashable), issubclass(bool, Callable))


class Structural:
    def __len__(self):
        return 3

    def __iter__(self):
        return iter([1, 2, 3])

    def __contains__(self, x):
        return x in (1, 2, 3)


class Unhashable:
    __hash__ = None
    __iter__ = None


print(isinstance(Structural(), Collection), isinstance(Structural(), Sequence), isinstance(Unhashable(), Hashable), isinstance(Unhashable(), Iterable))


class Numbers(Sequence):
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i]

    def __len__(self):
        return len(self.items)


n = Numbers(4, 5, 6, 5)
print(list(n), list(reversed(n)), 5 in n, 9 in n, n.index(5), n.index(5, 2), n.count(5), isinstance(n, Reversible))
attempt(n.index, 9)


class Log(MutableSequence):
    def __init__(self):
        self.data = []

    def __getitem__(self, i):
        return self.data[i]

    def __setitem__(self, i, v):
        self.data[i] = v

    def __delitem__(self, i):
        del self.data[i]

    def __len__(self):
        return len(self.data)

    def insert(self, i, v):
        print("insert", i, v)
        self.data.insert(i, v)


log = Log()
log.append(1)
log.extend([2, 3])
log += [4]
log.reverse()
print(log.data, log.pop(), log.pop(0), log.remove(2), log.data)
log.clear()
print(log.data)


class Table(MutableMapping):
    def __init__(self, **items):
        self.data = dict(items)

    def __getitem__(self, k):
        return self.data[k]

    def __setitem__(self, k, v):
        self.data[k] = v

    def __delitem__(self, k):
        del self.data[k]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


t = Table(a=1, b=2)
t.update({"c": 3}, d=4)
t.update([("e", 5)])
print(dict(t), t.get("a"), t.get("z", 0), "a" in t, t.pop("a"), t.pop("zz", None), t.setdefault("b", 9), t.setdefault("n", 8), list(t.keys()), list(t.values()), list(t.items()))
print(("b", 2) in t.items(), 2 in t.values(), "b" in t.keys(), len(t.items()), t == {"b": 2, "c": 3, "d": 4, "e": 5, "n": 8}, t.keys() & {"b", "q"}, sorted(t.keys() | {"q"}), t.popitem())
attempt(t.pop, "nothing")
t.clear()
print(len(t))
attempt(t.popitem)


class Elements(Set):
    def __init__(self, items):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def __repr__(self):
        return f"Elements({self.items})"


a, b = Elements("abc"), Elements("bcd")
print(a & b, a | b, a - b, a ^ b, a <= b, a < Elements("abcd"), a >= Elements("a"), a > a, a == Elements("cba"), a.isdisjoint("xyz"), a & {"a"}, {"a", "z"} - a, a == 5)
attempt(hash, a)
attempt(lambda: a | 5)


class Shape(ABC):
    @abstractmethod
    def area(self):
        return 0

    @property
    @abstractmethod
    def name(self): ...


class Half(Shape):
    def area(self):
        return super().area() + 1


class Whole(Half):
    name = "whole"


attempt(Shape)
attempt(Half)
print(Whole().area(), Whole().name, sorted(Shape.__abstractmethods__), Whole.__abstractmethods__, Half.__abstractmethods__)
attempt(Numbers.__base__)


class Single(ABC):
    @abstractmethod
    def only(self): ...


attempt(Single)


class Drawable(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Drawable:
            return hasattr(C, "draw")
        return NotImplemented


class Pen:
    def draw(self): ...


print(issubclass(Pen, Drawable), isinstance(Pen(), Drawable), isinstance(5, Drawable))


class Plugin(ABC):
    pass


@Plugin.register
class Foreign:
    pass


print(isinstance(Foreign(), Plugin), issubclass(Foreign, Plugin), Plugin in Foreign.__mro__, issubclass(int, Plugin))
Plugin.register(int)
print(isinstance(5, Plugin), isinstance(True, Plugin), issubclass(str, Plugin))
attempt(Plugin.register, 5)
attempt(issubclass, 5, Plugin)
