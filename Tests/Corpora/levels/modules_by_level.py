# What functions of native modules say and give.
def show(name, function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as e:
        result = "%s: %s" % (type(e).__name__, e)
    print(name, result)


import collections, functools, heapq, itertools, math, random

for name, values in [
    ("acos", (2, -1.5)), ("acosh", (0,)), ("atanh", (1,)), ("cos", (float("inf"),)), ("log", (0, -2.5, -(10 ** 400))), ("log10", (0,)), ("log1p", (-1,)),
    ("sqrt", (-1,)), ("gamma", (0, -1)), ("lgamma", (0,)), ("factorial", (-1,)),
]:
    for value in values:
        show("%s(%.6r)" % (name, value), getattr(math, name), value)
show("deque.index", collections.deque([1]).index, 5)
show("deque.remove", collections.deque([1]).remove, 5)
print(collections.OrderedDict(a=1))
show("equal counters", lambda: collections.Counter(a=0) == collections.Counter())
show("ordered counters", lambda: collections.Counter(a=1) <= collections.Counter(a=2))
Point = collections.namedtuple("Point", "x y")
show("_replace", Point(1, 2)._replace, z=1)
show("__replace__", lambda: Point(1, 2).__replace__(x=3))
show("__match_args__", lambda: Point.__match_args__)
show("reduce", functools.reduce, max, [])
show("cache_parameters", lambda: functools.lru_cache(len).cache_parameters())
show("heappush", heapq.heappush, 1, 2)
show("partialmethod", functools.partialmethod, 1)
show("strict batches", lambda: list(itertools.batched("abc", 2, strict=True)))


def seeded(function, *arguments):
    random.seed(42)
    return function(*arguments)


show("randrange of nothing", seeded, random.randrange, 5, 1)
show("sample of a dict", seeded, random.sample, {"a": 1}, 1)
show("negative bits", random.getrandbits, -1)
show("gauss of sigma", lambda: type(random.gauss(0, 1)).__name__)
