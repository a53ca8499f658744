# Methods and behaviour of dicts, views and iteration order.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()), len(d))
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("a", 5), d.setdefault("new", []), d)
print(d.pop("a"), d.pop("zzz", "default"), d.popitem(), d)
d.update({"x": 1}, y=2)
d.update([("z", 3), ["w", 4]])
d.update(k=5)
print(d, "x" in d, "q" in d)
del d["x"]
d["x"] = "moved to the end"
print(list(d), list(reversed(d)), list(reversed(d.items()))[0])
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict(zip("ab", [1, 2])), dict([("p", 1)]), dict({"q": 1}, r=2))
print({1: "a", 1.0: "b", True: "c"}, {0: 1, False: 2, 0.0: 3})
keys = d.keys()
values = d.values()
d["late"] = 1
print("late" in keys, len(values), keys, d.items() == dict(d).items())
print(d == dict(reversed(list(d.items()))), {"a": 1} != {"a": 2}, {} == {}, {"a": [1]} == {"a": [1]})
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 2):
    del big[i]
print(len(big), sum(big), sum(big.values()), list(big)[:3])
for i in range(0, 20, 2):
    big[i] = "back"
print(list(big)[-3:], len(big))
copy = big.copy()
copy.clear()
print(len(copy), len(big), copy)
text = "the quick brown fox jumps over the lazy dog the end"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
groups = {}
for word in text.split():
    groups.setdefault(len(word), []).append(word)
print(groups)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"K{self.n}"


clashing = {Key(i): i for i in range(12)}
del clashing[Key(4)]
clashing[Key(7)] = "seven"
print(clashing, Key(4) in clashing, clashing[Key(11)])


class BadHash:
    def __hash__(self):
        raise ValueError("no hash")


class BadEq:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("no eq")


class NotIntHash:
    def __hash__(self):
        return "x"


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: {BadHash(): 1})
attempt(lambda: {BadEq(): 1, 1: 2} if False else {1: 2, BadEq(): 1})
attempt(lambda: {1: 1}[BadEq()])
attempt(lambda: hash(NotIntHash()))
attempt(lambda: {}.popitem())
attempt(lambda: {}.pop("k"))
attempt(lambda: dict([1]))
attempt(lambda: dict(["abc"]))
attempt(lambda: dict(5))
attempt(lambda: {}.update(5))
attempt(lambda: dict.fromkeys(5))
attempt(lambda: {}.get())
attempt(lambda: hash({}))
attempt(lambda: {"a": 1}.keys()[0])
for view in ({"a": 1}.keys(), {"a": 1}.values(), {"a": 1}.items()):
    print(view, type(view).__name__, len(view), "a" in view, ("a", 1) in view)
print({"a": 1, "b": 2}.keys() & ["a"], {"a": 1}.keys() <= {"a", "b"}, {"a": 1}.keys().isdisjoint("b"), {1: 2}.items() | {(3, 4)} == {(1, 2), (3, 4)})


class Default(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]


dd = Default(a="x")
print(dd["a"], dd["b"], dd, dd.get("c"), "c" in dd)
