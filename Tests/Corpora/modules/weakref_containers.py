# WeakSet, WeakKeyDictionary, WeakValueDictionary: as containers, and as their objects die.
import copy
import gc
import weakref


class Key:
    def __init__(self, number):
        self.number = number
        self.circle = self

    def __eq__(self, other):
        return isinstance(other, Key) and self.number == other.number

    def __hash__(self):
        return hash(self.number)

    def __lt__(self, other):
        return self.number < other.number

    def __repr__(self):
        return "K%d" % self.number

    def __deepcopy__(self, memo):
        return self


def show(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        text = str(error)
        print(label, "raised", type(error).__name__, text if "weakref" not in text else "")


def values():
    keep = [Key(i) for i in range(5)]
    d = weakref.WeakValueDictionary((k.number, k) for k in keep)
    print(len(d), sorted(d), sorted(d.values()), sorted(d.items()), 3 in d, 9 in d)
    print(d[2], d.get(9), d.get(9, "no"), d.setdefault(1, keep[0]), d.pop(4), d.pop(9, "none"), len(d))
    show("missing", lambda: d[9])
    show("pop", d.pop, 9)
    show("del", d.__delitem__, 9)
    d.update({"a": keep[4]})
    d["b"] = keep[3]
    print(sorted(map(str, d.keys())), sorted(r().number for r in d.valuerefs()), len(list(d.itervaluerefs())))
    c = copy.copy(d)
    print(type(c).__name__, len(c), c["a"] is d["a"], len(copy.deepcopy(d)), len(d.copy()))
    show("not weak", d.__setitem__, "x", 5)
    print(repr(d).startswith("<WeakValueDictionary at 0x"))

    def drop():
        del keep[1:]

    del c
    drop()
    gc.collect()
    print(len(d), dict(d), d.get("a"), keep)
    iterator = iter(d)
    d["new"] = keep[0]
    print(d.popitem()[1], len(d))
    d.clear()
    print(len(d), list(d.items()))
    show("popitem", lambda: d.popitem())


def keys():
    keep = [Key(i) for i in range(5)]
    d = weakref.WeakKeyDictionary({k: k.number * 10 for k in keep})
    print(len(d), sorted(d), sorted(d.values()), sorted(d.items()), keep[1] in d, 5 in d, Key(2) in d)
    print(d[Key(2)], d.get(Key(9)), d.setdefault(keep[1], "x"), d.pop(keep[4]), d.pop(Key(7), "none"), len(d.keyrefs()))
    show("missing", lambda: d[Key(9)])
    show("int", lambda: d[1])
    show("del", d.__delitem__, Key(9))
    d[keep[4]] = "four"
    c = d.copy()
    print(len(c), type(copy.deepcopy(d)).__name__)
    log = []

    def drop():
        for k in sorted(d):
            log.append(k.number)
            if k.number == 2:
                break

    drop()

    def shorten():
        del keep[3:]

    shorten()
    gc.collect()
    print(log, len(d), sorted(d), len(c))
    d.update({keep[0]: "zero"})
    print(sorted(d.values(), key=str), d == c, isinstance(d, dict))


def sets():
    keep = [Key(i) for i in range(6)]
    s = weakref.WeakSet(keep)
    other = weakref.WeakSet(keep[2:4])
    print(len(s), sorted(s), keep[0] in s, Key(1) in s, 7 in s, "x" in s)
    for name in ("union", "intersection", "difference", "symmetric_difference"):
        print(name, sorted(getattr(s, name)(other)), sorted(getattr(other, name)(keep[3:])))
    print(sorted(s | other), sorted(s & other), sorted(s - other), sorted(s ^ other))
    print(other <= s, other < s, s >= other, s > other, s == s.copy(), s == other, other.issubset(s), s.issuperset(other), s.isdisjoint(other))
    s -= other
    print(sorted(s))
    s |= other
    s &= keep[1:5]
    print(sorted(s))
    s ^= keep[4:]
    print(sorted(s), s is s)
    s.add(keep[0])
    s.discard(Key(1))
    show("remove", s.remove, Key(77))
    s.update([keep[1]])
    print(sorted(s), type(s.copy()).__name__)
    show("unhashable", s.add, 5)
    show("eq", lambda: s == 5)

    def drop():
        del keep[1:]

    drop()
    gc.collect()
    print(sorted(s), len(s), len(other), list(other))
    print(s.pop(), len(s))
    show("pop", s.pop)
    s.clear()
    print(len(s))


def iterating():
    keep = [Key(i) for i in range(4)]
    s = weakref.WeakSet(keep)
    d = weakref.WeakKeyDictionary.fromkeys(keep) if hasattr(weakref.WeakKeyDictionary, "fromkeys") else weakref.WeakKeyDictionary({k: 1 for k in keep})
    seen = []

    def go():
        for item in s:
            seen.append(item.number)
            del item
            keep.clear()
            gc.collect()

    go()
    gc.collect()
    print(len(seen) >= 1, len(s), len(list(s)), len(d), list(d.items()))


for part in (values, keys, sets, iterating):
    print("--", part.__name__)
    part()
