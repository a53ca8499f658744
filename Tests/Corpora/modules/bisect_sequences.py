"""bisect: bounds of every kind, what is no sequence, keys, sequences that change or fail while they are searched."""
import bisect


class Sequence:
    """A sequence that writes down which items are asked for."""

    def __init__(self, items, length=None): self.items, self.length = items, length

    def __len__(self):
        if isinstance(self.length, Exception):
            raise self.length
        return len(self.items) if self.length is None else self.length

    def __getitem__(self, index):
        print("  item", index)
        return self.items[index]

    def insert(self, index, item): print("  insert", index, item)


class Index:
    def __init__(self, value): self.value = value

    def __index__(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value

    def __repr__(self): return "Index(%r)" % self.value


def shown(label, function):
    try:
        result = function()
    except Exception as error:
        result = "%s: %s" % (type(error).__name__, error)
    print(label, "->", result)


for bound in (0, 1, 3, 9, -1, -2, None, True, 2**62, 2**64, -2**64, 1.0, "1", [1], Index(2), Index(2**70), Index(ValueError("index"))):
    for function in (bisect.bisect_left, bisect.bisect_right):
        if bound is None or not isinstance(bound, int) or bound < 2**60:
            shown("%s lo=%r" % (function.__name__, bound), lambda: function([1, 2, 2, 3], 2, bound))
        shown("%s hi=%r" % (function.__name__, bound), lambda: function([1, 2, 2, 3], 2, 0, bound))
    shown("lo=-1 hi=%r" % (bound,), lambda: bisect.bisect([1], 1, -1, bound))
for value in (5, None, {1, 2}, {1: 2}, {0: 5, 1: 6}.items(), iter([1]), object(), len, "abc", b"abc", (1, 2), range(5), bytearray(b"ab"), memoryview(b"ab")):
    probe = "b" if isinstance(value, str) else 98
    shown("bisect %s" % type(value).__name__, lambda: bisect.bisect(value, probe))
    shown("bisect %s, given its bounds" % type(value).__name__, lambda: bisect.bisect(value, probe, 0, 2))
    shown("insort %s" % type(value).__name__, lambda: bisect.insort(value, probe, 0, 0) if isinstance(value, bytearray) else None)
for length in (None, 0, 2, 5, ValueError("length")):
    shown("length %r" % (length,), lambda: bisect.bisect(Sequence([1, 3, 5, 7], length), 4))
    shown("length %r" % (length,), lambda: bisect.insort_left(Sequence([1, 3, 5, 7], length), 4))
numbers = [1, 4, 4, 9]
for number in (0, 4, 5, 10):
    print(number, bisect.bisect_left(numbers, number), bisect.bisect_right(numbers, number), bisect.bisect(numbers, number))
    copy = list(numbers)
    bisect.insort(copy, number)
    print(copy)
shown("unorderable", lambda: bisect.bisect([1, "x", 3], 2))
shown("unorderable", lambda: bisect.insort([1, None], 2))
shown("keywords", lambda: bisect.bisect(a=[1, 2, 3], x=2, lo=1, hi=2))
shown("missing", lambda: bisect.bisect([1]))
shown("missing", lambda: bisect.insort())
shown("too many", lambda: bisect.bisect([1], 1, 0, 1, 5))
shown("unknown", lambda: bisect.bisect([1], 1, low=0))


class Shrinking(list):
    def __getitem__(self, index):
        print("  item", index, "of", len(self))
        self.pop()
        return list.__getitem__(self, index)


shown("shrinking", lambda: bisect.bisect(Shrinking(range(8)), 7))
shown("shrinking", lambda: bisect.bisect(Shrinking(range(8)), 3))
