# The operators | and |= of mappings.
# versions: 3.9-
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


d = {"a": 1} | {"b": 2, "a": 3}
print(d)
e = d
d |= {"c": 4}
d |= [("d", 5)]
print(d, e is d)


class Sub(dict):
    pass


class Reflected(dict):
    def __ror__(self, other):
        return "reflected"


print(type(Sub(a=1) | {"b": 2}).__name__, type({"b": 2} | Sub(a=1)).__name__, {} | Reflected(a=1), Sub() | Reflected())
print(OrderedDict(a=1) | {"b": 2}, {"b": 2} | OrderedDict(a=1), defaultdict(int, a=1) | {"q": 1}, {"q": 1} | defaultdict(int, a=1))
print(UserDict(a=1) | {"b": 2}, {"b": 2} | UserDict(a=1), ChainMap({"a": 1}, {"b": 2}) | {"z": 1}, Counter("ab") | Counter("bc"))
attempt(lambda: {} | [("a", 1)])
attempt(lambda: {} | 5)
attempt(lambda: dict.__or__({}, []))
attempt(lambda: dict.__ior__({}, [("a", 1)]))
attempt(lambda: dict.__ior__({}, 5))


def changed(other):
    target = {1: 1}
    target |= other
    return target


for other in ({}, {2: 2}, [(3, 3)], [], 5, None, "ab", ["xy"], [(1, 2, 3)]):
    attempt(lambda: changed(other))
