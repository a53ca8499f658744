# deque, Counter, defaultdict, OrderedDict, namedtuple and ChainMap.
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), len(d), d[0], d[-1])
d.extend([7, 8])
d.extendleft([-1, -2])
d.rotate(2)
print(d, list(d), 7 in d, d.count(7), d.index(7))
d.rotate(-1)
d.reverse()
d.remove(7)
print(d, deque("abc", maxlen=2), deque(maxlen=3).maxlen)
bounded = deque(maxlen=3)
for i in range(5):
    bounded.append(i)
print(bounded, list(reversed(bounded)))
d.clear()
print(d, bool(d))
c = Counter("mississippi")
print(c["s"], c["z"], c.most_common(2), sorted(c.items()), sum(c.values()))
c.update("miss")
c.subtract({"s": 2})
print(sorted(c.items()), Counter(a=3, b=1) + Counter(a=1), Counter(a=3, b=1) - Counter(a=1, b=5), sorted(Counter(a=2).elements()))
print(c, Counter(a=1, b=2) & Counter(a=5), Counter(a=1) | Counter(b=2))
dd = defaultdict(list)
for word in ["apple", "avocado", "bean"]:
    dd[word[0]].append(word)
print(dict(dd), dd["missing"], len(dd), dd.get("other"), "other" in dd)
print(defaultdict(int, a=1), defaultdict(lambda: "made")["x"])
o = OrderedDict([("b", 1), ("a", 2)])
o.move_to_end("b")
print(o, list(o), o.popitem(), o.popitem(last=False), OrderedDict(a=1) == {"a": 1})
Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p._replace(x=5), p._asdict(), Point._fields, p == (1, 2), Point._make([7, 8]))
x, y = p
print(x, y, hash(p) == hash((1, 2)), isinstance(p, tuple), len(p))
Named = namedtuple("Named", "a b c", defaults=[9])
print(Named(1, 2), Named._field_defaults)
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m["a"], m["b"], sorted(m), dict(m.new_child({"z": 1})) == {"a": 1, "b": 3, "z": 1})


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: deque().pop())
attempt(lambda: deque([1]).remove(2))
attempt(lambda: deque([1])[5])
attempt(lambda: defaultdict()["k"])
attempt(lambda: defaultdict(5))
attempt(lambda: Point(1))
attempt(lambda: Point(1, 2, 3))
attempt(lambda: setattr(p, "x", 1))
attempt(lambda: OrderedDict().popitem())
attempt(lambda: m["nothing"])


def mutate():
    q = deque([1, 2])
    for item in q:
        q.append(item)


attempt(mutate)
