"""array: the methods that work on items, operators and comparisons."""
from array import array
import array as module

def show(label, function, *arguments, **keywords):
    try:
        print(label, "->", repr(function(*arguments, **keywords)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


class Float:
    def __float__(self):
        return 1.5


items = array("i", [1, 2, 3, 2, 1])
show("count", items.count, 2)
show("count", items.count, "x")
show("count", items.count, 2.0)
show("index", items.index, 3)
show("index", items.index, 9)
show("append", items.append)
show("extend", items.extend, [4])
show("extend", items.extend, array("i", [5]))
show("extend", items.extend, array("f", [5]))
show("extend", items.extend, 5)
show("extend", items.extend, "ab")
show("extend", items.extend, items)
print(items)
show("fromlist", items.fromlist, [1, 2])
show("fromlist", items.fromlist, (1,))
show("fromlist", items.fromlist, [1, "x"])
print(len(items))
for position in (0, 100, -1, -100, Index(1)):
    show("insert", items.insert, position, 7)
show("insert", items.insert, "x", 1)
show("insert", items.insert, 0, "x")
show("insert", items.insert, 0)
print(items)
for arguments in ((), (0,), (-1,), (99,), (-99,), ("x",)):
    show("pop", items.pop, *arguments)
show("pop", array("i").pop)
show("remove", items.remove, 2)
show("remove", items.remove, 99)
show("remove", items.remove, "x")
items.reverse()
print(items, items.tolist())
small = array("i", [1, 2])
for other in (array("i", [1, 2]), array("d", [1, 2]), array("h", [1, 3]), array("i", [1]), array("i", [0, 5, 6]), [1, 2], (1, 2), None, array("b")):
    for name in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
        print(name, getattr(small, name)(other), end=" ")
    print()
show("less", lambda: small < [1])
show("plus", lambda: small + small)
show("plus", lambda: small + [1])
show("plus", lambda: small + array("f"))
for times in (2, 0, -1, True, Index(2), "x", 1.0):
    show("times", lambda: small * times)
    show("times", lambda: times * small)
show("iadd", small.__iadd__, [1])
show("iadd", small.__iadd__, array("i", [5]))
show("iadd", small.__iadd__, array("h", [5]))
show("imul", small.__imul__, 2)
show("imul", small.__imul__, "x")
small *= 0
print(small, bool(small), 2 in array("i", [1, 2]), "x" in array("i", [1, 2]))
show("hash", hash, small)
print(repr(array("i")), array("d", [1.5, float("nan"), -0.0]), str(array("b", b"\xff")), array("f", [0.1]))
iterator = iter(array("h", [1, 2, 3]))
print(next(iterator), list(iterator), list(iterator), type(iterator).__name__)
growing = array("b", [1])
for item in growing:
    if len(growing) < 5:
        growing.append(item + 1)
print(growing)


class Numbers(array):
    def __new__(cls, code, items, name):
        return array.__new__(cls, code, items)

    def __init__(self, code, items, name):
        self.name = name


numbers = Numbers("i", [1, 2], "n")
print(numbers, numbers.name, type(numbers[:1]).__name__, type(numbers + numbers).__name__, type(numbers * 2).__name__, numbers == array("i", [1, 2]), len(numbers))
print(module.ArrayType is array, array.__module__, array("q").typecode, array("q").itemsize)


class Sneaky:
    def __eq__(self, other):
        victim.pop()
        return False


victim = array("i", range(6))
print(victim.count(Sneaky()), victim)
victim = array("i", range(6))
show("index", victim.index, Sneaky())
show("remove", victim.remove, Sneaky())
print(victim)
