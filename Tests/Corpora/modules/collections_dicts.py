# collections: Counter, defaultdict, OrderedDict.
from collections import Counter, OrderedDict, defaultdict


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


c = Counter("abracadabra")
print(c, c["a"], c["z"], "z" in c, c.most_common(2), c.most_common(), sorted(c.elements()), len(c))
c.update("aab")
c.update({"z": 3}, q=1)
c.subtract("ab")
print(c, Counter(), Counter(a=2, b=-1), Counter({"x": 0}), Counter([1, 1, 2]))
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=-1)
print(a + b, a - b, b - a, a & b, a | b, +b, -b, a == b, a != b)
a += Counter(z=1)
print(a)
a -= Counter(a=1)
a |= Counter(b=9)
a &= Counter(b=5, a=1)
print(a, a.copy(), type(a.copy()).__name__)
del a["nothing"]
attempt(Counter.fromkeys, "ab")
attempt(Counter, 5)
attempt(lambda: Counter(a=1) + 5)
print(Counter(x for x in [1, 2, 2]), dict(Counter("ab")), Counter(a="x", b=1), max(c, key=c.get), Counter("aab").most_common(1)[0][0])


class Bag(Counter):
    pass


print(Bag("aa"), type(Bag("a") + Bag("b")).__name__, type(Bag("a").copy()).__name__)

d = defaultdict(list)
d["a"].append(1)
d["b"]
print(d, d["a"], "c" in d, d.get("c"), d.default_factory, len(d))
n = defaultdict(int, {"x": 5}, y=6)
n["z"] += 1
print(n, n.copy())
attempt(lambda: defaultdict()["a"])
attempt(defaultdict, 5)
n.default_factory = None
attempt(lambda: n["none"])
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], sorted(defaultdict(str, a="x").items()), defaultdict(None))

o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
print(o, list(o), o.popitem(), o.popitem(last=False), o)
o.update(x=1, y=2, z=3)
o.move_to_end("z", last=False)
print(o, list(reversed(o)), list(o.items()), o["x"])
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict(a=1) != OrderedDict(a=2), OrderedDict())
attempt(OrderedDict().popitem)
attempt(o.move_to_end, "nothing")
attempt(o.pop, "nothing")
print(o.pop("nothing", 5), o.setdefault("new", 6), o.copy(), OrderedDict.fromkeys("ab", 0))
fifo = OrderedDict()
for i in range(200):
    fifo[i] = i * i
    if len(fifo) > 10:
        fifo.popitem(last=False)
print(list(fifo.items())[:3], len(fifo))
o.attribute = 1
print(o.attribute)
