"""heapq: which items are compared, and in which order, where nothing is sorted; limits of every kind; merge as an iterator that starts late."""
import heapq


class Item:
    """An item that writes down its comparisons."""
    log = []

    def __init__(self, key, name): self.key, self.name = key, name

    def __repr__(self): return "%s%s" % (self.name, self.key)

    def __lt__(self, other):
        Item.log.append("%r<%r" % (self, other))
        return self.key < other.key

    def __gt__(self, other):
        Item.log.append("%r>%r" % (self, other))
        return self.key > other.key

    def __eq__(self, other):
        Item.log.append("%r==%r" % (self, other))
        return self.key == other.key


def shown(label, function, with_log=True):
    del Item.log[:]
    try:
        result = function()
    except Exception as error:
        result = "%s: %s" % (type(error).__name__, error)
    print(label, result, " ".join(Item.log) if with_log else len(Item.log) > 0)


def items(text): return [Item(int(digit), chr(97 + place)) for place, digit in enumerate(text)]


for text in ("", "1", "21", "132", "3142", "31415926", "5554443332221119"):
    for count in (-1, 0, 1, 2, 3, 5, 20):
        shown("nsmallest %d of %s" % (count, text), lambda: heapq.nsmallest(count, items(text)), False)
        shown("nlargest %d of %s" % (count, text), lambda: heapq.nlargest(count, items(text)), False)
        shown("nsmallest %d of an iterator of %s" % (count, text), lambda: heapq.nsmallest(count, iter(items(text))), False)
        shown("nlargest %d of an iterator of %s, by key" % (count, text), lambda: heapq.nlargest(count, iter(items(text)), key=lambda item: item), False)
for count in (True, 1.0, 2.0, "2", None, 2**100, -2**100):
    for iterable in ([3, 1, 2], iter([3, 1, 2]), 5):
        shown("nsmallest %r" % (count,), lambda: heapq.nsmallest(count, iterable))
        shown("nlargest %r" % (count,), lambda: heapq.nlargest(count, iterable))


class Sized:
    """Says its length, or does not."""

    def __init__(self, length): self.length = length

    def __len__(self):
        print("  asked for the length")
        if isinstance(self.length, Exception):
            raise self.length
        return self.length

    def __iter__(self): return iter([5, 3, 4])


for length in (0, 2, 3, 9, TypeError("no"), AttributeError("no"), ValueError("no")):
    shown("nsmallest of Sized(%r)" % (length,), lambda: heapq.nsmallest(2, Sized(length)))


def counting(name, *numbers):
    for number in numbers:
        print("  %s gives %r" % (name, number))
        yield number
    print("  %s ends" % name)


for keywords in ({}, {"reverse": True}, {"key": lambda number: -number}, {"key": lambda number: number % 3, "reverse": 1}):
    merged = heapq.merge(counting("a", 1, 4, 9), counting("b"), counting("c", 2, 2, 10), **keywords)
    print("made", type(merged).__name__, sorted(keywords))
    print(next(merged, "none"))
    print(list(merged), next(merged, "none"))
for arguments in ((5,), ([1], 5), ([1], ["x"]), ([1, "x"], [2]), ()):
    merged = heapq.merge(*arguments)
    found = []
    try:
        for item in merged:
            found.append(item)
    except TypeError as error:
        print(arguments, found, error)
    else:
        print(arguments, found)
    print(list(merged))
shown("merge", lambda: list(heapq.merge(items("1357"), items("2246"), items("44"))))
shown("merge down", lambda: list(heapq.merge(items("7531"), items("6422"), items("44"), reverse=True)))
for function in (heapq.heappop, heapq.heapify):
    for value in ([], [1], (1,), "abc", None, {1}):
        shown(function.__name__, lambda: function(value))
for function in (heapq.heappush, heapq.heappushpop, heapq.heapreplace):
    for value in ([], [5, 8, 6], (1,), {}):
        shown(function.__name__, lambda: (function(value, 7), value))
