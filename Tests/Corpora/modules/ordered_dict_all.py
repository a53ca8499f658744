# OrderedDict: every method, odd arguments, views and iterators of its own, changes during iteration, subclasses.
from collections import OrderedDict as O


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


for make in (
    lambda: O(1), lambda: O(1, 2), lambda: O([(1,)]), lambda: O([(1, 2, 3)]), lambda: O(["ab", "cd"]), lambda: O([1]), lambda: O(None),
    lambda: O([()]), lambda: O().update(1, 2), lambda: O().update(1), lambda: O().update([(1,)]), lambda: O().update(a=1),
    lambda: O().__init__(1, 2), lambda: O.update(5), lambda: O.update({}, {}), lambda: O().pop(), lambda: O().pop(1), lambda: O().pop(1, 2),
    lambda: O().pop(1, 2, 3), lambda: O().pop(key=1), lambda: O().pop(key=1, default=5), lambda: O().popitem(),
    lambda: O().popitem(1, 2), lambda: O().popitem(last=0), lambda: O(a=1, b=2).popitem(last=False), lambda: O(a=1, b=2).popitem(),
    lambda: O().move_to_end(1), lambda: O().move_to_end([]), lambda: O(a=1).move_to_end("b"), lambda: O(a=1).move_to_end("a", 1, 2),
    lambda: O().setdefault(1), lambda: O().setdefault(key=1, default=2), lambda: O().setdefault(1, 2, 3), lambda: O.fromkeys("ab"),
    lambda: O.fromkeys("ab", 1), lambda: O.fromkeys(iterable="ab", value=3), lambda: O.fromkeys(1), lambda: O()["zz"], lambda: hash(O()),
):
    show(make)

o = O(a=1, b=2, c=3)
print(o.keys(), o.values(), o.items(), type(o.keys()).__mro__)
for make in (lambda: iter(o), lambda: reversed(o), lambda: iter(o.keys()), lambda: iter(o.items()), lambda: reversed(o.values())):
    print(type(make()), list(make()))
print(o.keys() & {"a", "z"}, o.keys() == {"a", "b", "c"}, o.items() >= {("a", 1)}, sorted(o.keys() | {"z"}), "a" in o.keys(), ("a", 1) in o.items())


def changed(change, taken, view):
    o = O(a=1, b=2, c=3)
    iterator = iter(view(o))
    out = [next(iterator) for _ in range(taken)]
    change(o)
    return out, list(iterator)


changes = [
    ("add", lambda o: o.__setitem__("d", 4)), ("delete", lambda o: o.__delitem__("a")), ("replace", lambda o: o.__setitem__("b", 4)),
    ("move", lambda o: o.move_to_end("a")), ("to front", lambda o: o.move_to_end("c", False)), ("popitem", lambda o: o.popitem()),
    ("delete and add", lambda o: (o.__delitem__("a"), o.__setitem__("a", 1)))]
for taken in range(4):
    for name, change in changes:
        print(taken, name, end=": ")
        show(lambda: changed(change, taken, lambda o: o))
        show(lambda: changed(change, taken, lambda o: o.items()))

iterator = iter(o)
next(iterator)
print(iterator.__reduce__(), next(iterator))
print(o.__reduce__()[:4], list(o.__reduce__()[4]))
o.x = 1
print(o.__reduce__()[:4], o.__dict__, o.copy().__dict__)


class Sub(O):
    pass


sub = Sub(a=1)
sub.y = 2
print(sub, sub.copy(), sub.copy().__dict__, sub.__reduce__()[:4])
print(O(a=1, b=2) == O(b=2, a=1), O(a=1, b=2) == {"b": 2, "a": 1}, {"b": 2, "a": 1} == O(a=1, b=2), O() == 1, O().__eq__(1), O() != {})
show(lambda: O() < O())
recursive = O()
recursive["me"] = recursive
print(recursive)


class Keys:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, key):
        return key * 2


class Items:
    def items(self):
        return [("p", 1)]


print(O(Keys()), O(Items()))


class Setting(O):
    def __setitem__(self, key, value):
        print("set", key, value)
        O.__setitem__(self, key, value)


show(lambda: Setting(a=1, b=2))
show(lambda: Setting([(1, 2)], c=3))
show(lambda: Setting({5: 6}).copy())
show(lambda: Setting().setdefault("q", 5))
show(lambda: Setting.fromkeys("ab"))


class Missing(O):
    def __missing__(self, key):
        return "missing %r" % key


show(lambda: Missing()["x"])
show(lambda: Missing().pop("x"))
show(lambda: Missing().setdefault("x", 1))


class Deleting(O):
    def __delitem__(self, key):
        print("del", key)
        O.__delitem__(self, key)


deleting = Deleting(a=1, b=2, c=3)
show(lambda: deleting.pop("a"))
show(lambda: deleting.popitem())
show(lambda: deleting.popitem(last=False))
show(lambda: deleting.pop("zz", None))
