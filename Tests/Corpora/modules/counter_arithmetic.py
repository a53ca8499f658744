"""Counter, defaultdict and UserDict: counts of every kind, limits, factories that show themselves, pairs that are none."""
from collections import Counter, OrderedDict, UserDict, defaultdict


class Count:
    """A count that writes down what is done with it."""

    def __init__(self, value): self.value = value

    def __repr__(self): return "Count(%r)" % self.value

    def __add__(self, other): print("  add"); return Count(self.value + getattr(other, "value", other))

    __radd__ = __add__

    def __iadd__(self, other): print("  iadd"); return Count(self.value + getattr(other, "value", other))

    def __sub__(self, other): print("  sub"); return Count(self.value - getattr(other, "value", other))

    def __rsub__(self, other): print("  rsub"); return Count(getattr(other, "value", other) - self.value)

    def __lt__(self, other): print("  lt"); return self.value < getattr(other, "value", other)

    def __gt__(self, other): print("  gt"); return self.value > getattr(other, "value", other)


def shown(label, function):
    try:
        result = function()
    except Exception as error:
        result = "%s: %s" % (type(error).__name__, error)
    print(label, "->", result)


def add(a, b): a += b; return a
def subtract(a, b): a -= b; return a
def unite(a, b): a |= b; return a
def intersect(a, b): a &= b; return a


OPERATIONS = [
    lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a | b, lambda a, b: a & b, add, subtract, unite, intersect,
    lambda a, b: a == b, lambda a, b: a != b]
COUNTERS = [
    {}, {"a": 3, "b": -1}, {"b": 2, "c": 0}, {"a": 1.5}, {"a": None}, {"a": "x"}, {"a": [1]}, {"a": Count(2), "d": Count(-1)}, {"a": 2**70}]
for number, operation in enumerate(OPERATIONS):
    for left in COUNTERS:
        for right in COUNTERS:
            shown("%d %r %r" % (number, left, right), lambda: operation(Counter(left), Counter(right)))
        shown("%d %r with a dict" % (number, left), lambda: operation(Counter(left), {"a": 1, "z": 2}))
        shown("%d %r with a list" % (number, left), lambda: operation(Counter(left), [1]))
for counter in COUNTERS:
    shown("+%r" % counter, lambda: +Counter(counter))
    shown("-%r" % counter, lambda: -Counter(counter))
    shown("elements of %r" % counter, lambda: list(Counter(counter).elements()) if counter.get("a") != 2**70 else None)
letters = Counter("hello world")
for limit in (None, 0, 1, 2, 3, 20, -1, 2**70, -2**70, True, 2.0, "2", ()):
    shown("most_common(%r)" % (limit,), lambda: letters.most_common(limit))
shown("most_common of what has no order", lambda: Counter(a=1, b="x").most_common())
shown("most_common(1) of what has no order", lambda: Counter(a=1, b="x").most_common(1))
for factory in (int, list, None, [1], {"a": 1}, (2,), "text", {3}, Counter("ab"), 5):
    made = defaultdict(int, a=1)
    made.default_factory = factory
    print(made)
    shown("copy", lambda: made.copy())
    shown("missing with %r" % (factory,), lambda: made["missing"])
own = defaultdict(None)
own.default_factory = own
print(own)
own.default_factory = own.get
print(repr(own).startswith("defaultdict(<bound method") or repr(own).split(" at ")[0])
for pairs in ([("a", 1)], ["ab"], [5], [(1,)], [(1, 2, 3)], 5, None, [[]], {1: 2}.keys(), ["abc"], iter([(1, 2)]), b"ab"):
    for make in (dict, Counter, UserDict, defaultdict, OrderedDict):
        if make is not Counter and not (make is defaultdict and pairs is None):
            shown("%s(%s)" % (make.__name__, type(pairs).__name__), lambda: dict(make(pairs) if make is not defaultdict else make(int, pairs)))
