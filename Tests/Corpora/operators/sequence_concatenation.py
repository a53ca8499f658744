"""operator.concat and iconcat: which types are sequences, what methods are asked, what the errors say; what counts as a sequence elsewhere."""
import array
import bisect
import collections
import heapq
import operator


def shown(label, function):
    try:
        print(label, "->", repr(function()))
    except Exception as error:
        print(label, "->", type(error).__name__, error)


class Keys:
    def __init__(self, log): self.log = log

    def __getitem__(self, key): return [7, 8][key]

    def __add__(self, other):
        self.log.append("add")
        return NotImplemented

    def __iadd__(self, other):
        self.log.append("iadd")
        return NotImplemented


class Right:
    def __getitem__(self, key): return [7, 8][key]

    def __radd__(self, other): return "radd %s" % type(other).__name__


class Adds:
    def __add__(self, other): return "add"


class Dict(dict): pass


class List(list): pass


class Added(list):
    def __add__(self, other): return ["own"]


log = []
left = [
    ("list", lambda: [1]), ("tuple", lambda: (1,)), ("str", lambda: "a"), ("bytes", lambda: b"a"), ("bytearray", lambda: bytearray(b"a")),
    ("deque", lambda: collections.deque([1])), ("array", lambda: array.array("b", [1])), ("range", lambda: range(2)), ("memoryview", lambda: memoryview(b"a")),
    ("dict", dict), ("Dict", Dict), ("List", lambda: List([1])), ("Added", lambda: Added([1])), ("set", set), ("int", lambda: 1), ("Keys", lambda: Keys(log)),
    ("Adds", Adds), ("Right", Right), ("None", lambda: None)]
for name, make in left:
    for other, right in left:
        if other in ("list", "tuple", "bytes", "Keys", "Right", "int", name):
            del log[:]
            shown("concat %s %s" % (name, other), lambda: operator.concat(make(), right()))
            shown("iconcat %s %s %s" % (name, other, log), lambda: operator.iconcat(make(), right()))


class Missing(dict):
    def __missing__(self, key): return key * 10


for mapping in (dict, Dict, Missing, collections.Counter):
    shown("bisect %s" % mapping.__name__, lambda: bisect.bisect_left(mapping(), 25, 0, 9))
for value in (ValueError(), {}, set(), 5, None, Keys([])):
    def repeat():
        changed = value
        changed *= [2]
        return changed
    shown("repeat %s" % type(value).__name__, repeat)


class Clearing:
    def __init__(self, items): self.items = items

    def __lt__(self, other):
        del self.items[:]
        return True


items = []
items += [Clearing(items), 2, 3]
shown("heappushpop", lambda: heapq.heappushpop(items, 5))
