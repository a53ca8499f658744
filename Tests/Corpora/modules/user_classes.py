# defaultdict, ChainMap, UserDict, UserList, UserString and Counter: refused arguments and rare uses.
from collections import ChainMap, Counter, UserDict, UserList, UserString, defaultdict


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


for make in (
    lambda: defaultdict(1), lambda: defaultdict(None), lambda: defaultdict(list, 5), lambda: defaultdict(list, {}, {}), lambda: defaultdict(x=1),
    lambda: defaultdict(int)["a"], lambda: defaultdict()["a"], lambda: defaultdict(int, a=1).copy(), lambda: defaultdict(list).default_factory,
    lambda: defaultdict(int).__missing__("k"), lambda: defaultdict(None).__missing__("k"), lambda: defaultdict(int, a=1).__reduce__()[:4],
    lambda: defaultdict().__reduce__()[:4], lambda: defaultdict(int).get("a"), lambda: defaultdict(int, a=1) == {"a": 1}, lambda: defaultdict(lambda: 1 / 0)["a"],
    lambda: defaultdict.fromkeys("ab", 1), lambda: defaultdict(int).setdefault("a"), lambda: hash(defaultdict()),
    lambda: ChainMap(5)["a"], lambda: ChainMap()["a"], lambda: ChainMap({"a": 1}, {"a": 2, "b": 3}), lambda: ChainMap({}, {"a": 1}).popitem(),
    lambda: ChainMap({}, {"a": 1}).pop("a"), lambda: ChainMap({}).__delitem__("a"), lambda: ChainMap({"a": 1}).new_child({"b": 2}).parents,
    lambda: list(ChainMap({"a": 1}, {"b": 2, "a": 3})), lambda: len(ChainMap({"a": 1}, {"b": 2, "a": 3})),
    lambda: bool(ChainMap({}, {})), lambda: ChainMap({"a": 1}) == {"a": 1}, lambda: ChainMap.fromkeys("ab"), lambda: ChainMap({"a": []}).copy(),
    lambda: UserDict(a=1), lambda: UserDict(5), lambda: UserDict({"a": 1})["b"], lambda: UserDict({"a": 1}).copy(),
    lambda: UserDict.fromkeys("ab", 2), lambda: UserDict({"a": 1}).popitem(), lambda: UserDict({"a": 1}) == {"a": 1}, lambda: "a" in UserDict(a=1),
    lambda: UserList([1, 2]) + [3], lambda: [3] + UserList([1]), lambda: UserList(5), lambda: UserList([1]) * 2, lambda: UserList([1, 2])[0:1],
    lambda: UserList([1, 2])[5], lambda: UserList([3, 1, 2]).pop(), lambda: UserList([1]) < [2], lambda: UserList([1]) == UserList([1]), lambda: UserList("ab").index("z"),
    lambda: UserList([1]).remove(5), lambda: UserList([1]).copy(), lambda: 1 in UserList([1]), lambda: UserString("ab") + "c", lambda: "c" + UserString("ab"),
    lambda: UserString(5), lambda: UserString("ab")[5], lambda: UserString("a b").split(), lambda: UserString("ab").upper(), lambda: UserString("%s!") % "x",
    lambda: UserString("ab").replace("a", UserString("x")), lambda: UserString("5") * 3, lambda: int(UserString("5")), lambda: float(UserString("x")),
    lambda: UserString("ab").encode(), lambda: UserString("ab").find(UserString("b")), lambda: "a" in UserString("ab"), lambda: 5 in UserString("ab"),
    lambda: UserString("a") < "b", lambda: hash(UserString("a")) == hash("a"), lambda: UserString("ab").join(["x", "y"]), lambda: UserString("{}").format(5),
    lambda: Counter(5), lambda: Counter("aab"), lambda: Counter(a="x").most_common(), lambda: Counter(a=1, b=2).most_common(1), lambda: Counter("ab").most_common(-1),
    lambda: Counter("ab")["z"], lambda: Counter(a=1) + Counter(a=-1, b=2), lambda: Counter(a=1) - Counter(a=2), lambda: Counter(a=1) | Counter(a=3),
    lambda: Counter(a=1) & Counter(a=3), lambda: +Counter(a=-1, b=1), lambda: -Counter(a=-1, b=1), lambda: Counter(a=1) + {"a": 1}, lambda: Counter(a=1) == {"a": 1},
    lambda: list(Counter(a=2, b=0, c=-1).elements()), lambda: Counter(a=1, b="x"), lambda: Counter(None), lambda: Counter({"a": 1}, a=2), lambda: Counter([[]]),
    lambda: Counter("aab").subtract("ab"), lambda: Counter("ab").__reduce__()[1], lambda: Counter("ab").copy(), lambda: Counter().__missing__("x"),
):
    show(make)

c = Counter("aab")
c.subtract({"a": 1}, b=5)
print(c)
c += Counter(a=3)
print(c)
c -= Counter(a=1)
c |= Counter(z=2)
print(c)
c &= Counter(z=1, a=9)
print(c)
del c["nothing"]
c.update("zz", q=2)
print(c, sorted(c.items()))


class Base(dict):
    def __missing__(self, key):
        return key * 2


print(ChainMap(Base(), {"a": 1})["a"], ChainMap({}, Base())["x"])
u = UserList([3, 1, 2])
u.sort(reverse=True)
u += [9]
u *= 2
u[1:2] = [7, 7]
del u[0]
u.extend(UserList([4]))
u.insert(0, "first")
print(u, u.data, u.count(7), list(reversed(u)))


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __missing__(self, key):
        return "no " + key


upper = Upper(a=1)
upper.update(b=2)
upper.setdefault("c", 3)
print(upper, upper["zz"], upper.get("A"), dict(upper), upper.data)
