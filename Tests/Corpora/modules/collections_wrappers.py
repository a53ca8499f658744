# collections: ChainMap, UserDict, UserList, UserString.
from collections import ChainMap, UserDict, UserList, UserString
from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


base, over = {"a": 1, "b": 2}, {"b": 20, "c": 30}
m = ChainMap(over, base)
print(m, m["a"], m["b"], len(m), list(m), sorted(m.items()), "a" in m, m.get("z", 0), m.maps, m.parents, bool(ChainMap()))
m["n"] = 1
child = m.new_child({"a": 100})
print(over, child["a"], child.parents["a"], m.new_child(), dict(child))
del m["n"]
print(m.pop("c"), m.popitem(), m)
attempt(lambda: m["q"])
attempt(m.pop, "a")
attempt(ChainMap().popitem)
attempt(m.__delitem__, "a")
print(ChainMap.fromkeys("ab", 1), m.copy() == m, isinstance(m, MutableMapping), list(m.keys()), list(m.values()))


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


u = Lower({"A": 1}, B=2)
u["C"] = 3
u.update(D=4)
print(u, len(u), u["c"], list(u), "a" in u, "A" in u, u.get("x"), u.pop("a"), u.setdefault("e", 5), u.data, isinstance(u, Mapping), isinstance(u, dict))
print(u == {"b": 2, "c": 3, "d": 4, "e": 5}, u.copy(), Lower.fromkeys("XY", 0), list(u.items()), u.keys(), u.values())
attempt(lambda: u["nothing"])
attempt(u.pop, "nothing")


class Missing(UserDict):
    def __missing__(self, key):
        return key * 2


print(Missing()["ab"])

x = UserList([3, 1, 2])
x.append(5)
x.extend([4])
x.insert(0, 9)
print(x, len(x), x[0], x[1:3], type(x[1:3]).__name__, 5 in x, x.index(5), x.count(1), x.pop(), x + [1], [0] + x, x * 2, x == [9, 3, 1, 2, 5], x < [10])
x.sort()
x.reverse()
x.remove(9)
x[0] = "first"
del x[1]
x += [7]
print(x, x.copy(), x.data, isinstance(x, MutableSequence), UserList("ab"), UserList(x) == x, list(reversed(x)))

s = UserString("Hello")
print(s, repr(s), len(s), s[1], s[1:], s + " you", "oh " + s, s * 2, s.upper(), type(s.upper()).__name__, s == "Hello", "ell" in s, s.find("l"), s.split("l"), s < "Z")
print(hash(s) == hash("Hello"), s.replace("l", "L"), s.startswith("He"), int(UserString("12")), s.center(9, "*"), isinstance(s, Sequence), s.join(["a", "b"]), s.count("l"))
