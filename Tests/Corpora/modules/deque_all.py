# deque: refused arguments, limits, changes during iteration and comparison, its iterators.
from collections import deque as D


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


def after(deque, act):
    result = act(deque)
    return deque, result


for make in (
    lambda: D(1), lambda: D([], -1), lambda: D([], "a"), lambda: D([], 1.5), lambda: D([], 2 ** 70), lambda: D(1, 2, 3), lambda: D(iterable="ab", maxlen=1),
    lambda: D(x=1), lambda: D("abc", maxlen=2), lambda: D("abc", 0), lambda: D(maxlen=None), lambda: D("ab").maxlen, lambda: D("ab", 3).maxlen,
    lambda: setattr(D(), "maxlen", 3), lambda: D("ab").pop(1), lambda: D().pop(), lambda: D().popleft(), lambda: D("abc").rotate("a"),
    lambda: after(D("abcd"), lambda d: d.rotate(-3)), lambda: after(D("abcd"), lambda d: d.rotate(2 ** 60)), lambda: D().rotate(1.5), 
    lambda: D("ab").insert(1), lambda: after(D("ab"), lambda d: d.insert(-9, "x")), lambda: after(D("ab"), lambda d: d.insert(9, "x")),
    lambda: D("ab", 2).insert(0, 1), lambda: D("ab").insert("a", 1), lambda: D("ab")[2], lambda: D("ab")["a"], lambda: D("ab")[0:1], lambda: D("ab")[-1],
    lambda: after(D("ab"), lambda d: d.__setitem__(5, 1)), lambda: after(D("ab"), lambda d: d.__delitem__(-3)), lambda: after(D("abc"), lambda d: d.__delitem__(1)),
    lambda: D("ab").index("z"), lambda: D("abcabc").index("b", 2), lambda: D("abcabc").index("b", 2, 4), lambda: D("abc").index("c", -1),
    lambda: D("abc").index("a", "x"), lambda: D("ab").remove("z"), lambda: D("ab").count(), lambda: D("abab").count("a"), lambda: D("ab") + [1],
    lambda: D("ab") + D("c"), lambda: after(D("ab"), lambda d: d.__iadd__("cd")), lambda: D("ab") * 2, lambda: 2 * D("ab"), lambda: D("ab") * "a",
    lambda: D("ab", 3) * 2, lambda: D("ab") * -1, lambda: D("ab") * 1.5, lambda: after(D("abc"), lambda d: d.__imul__(0)), lambda: D([1]) < D([2]),
    lambda: D([1]) == [1], lambda: D([1]) < [1], lambda: D([1, 2]) > D([1]), lambda: hash(D()), lambda: D("ab").copy(), lambda: D("ab", 5).__copy__(),
    lambda: D("ab").__reduce__()[:3], lambda: D("ab", 5).__reduce__()[:2], lambda: D("abc").extend(5), lambda: after(D("ab"), lambda d: d.extend(d)),
    lambda: after(D("ab"), lambda d: d.extendleft(d)), lambda: after(D("ab", 3), lambda d: d.extend("xyz")), lambda: after(D("ab", 3), lambda d: d.extendleft("xyz")),
    lambda: after(D("abc"), lambda d: d.reverse()), lambda: D("ab").clear(1), lambda: "a" in D("ab"), lambda: list(reversed(D("abc"))), lambda: bool(D()),
):
    show(make)


def changed(change, taken, reverse):
    d = D(range(4))
    iterator = reversed(d) if reverse else iter(d)
    out = [next(iterator) for _ in range(taken)]
    change(d)
    return out, iterator.__length_hint__(), list(iterator)


for taken in (0, 2, 4):
    for reverse in (False, True):
        for change in (lambda d: d.append(9), lambda d: d.popleft(), lambda d: d.__setitem__(1, 7), lambda d: d.rotate(1), lambda d: d.rotate(0), lambda d: d.reverse()):
            show(lambda: changed(change, taken, reverse))


class Evil:
    """Changes the deque when it is compared."""

    def __init__(self, act):
        self.act = act

    def __eq__(self, other):
        self.act()
        return False

    __hash__ = None


for name in ("count", "index", "remove", "__contains__"):
    d = D()
    d.extend([Evil(d.clear), 1, 2])
    show(lambda: getattr(d, name)(5))
    print(name, list(d))
d = D()
d.append(Evil(lambda: d.append(1)))
show(lambda: d == D([5]))
recursive = D()
recursive.append(recursive)
print(recursive, D([recursive], 5))


class Sub(D):
    pass


s = Sub("abc", 5)
s.attribute = 1
print(s, s.copy(), type(s.copy()), s * 2, s + D("d"), s.__reduce__()[:3], type(s.__copy__()))
iterator = iter(D("abc"))
next(iterator)
print(iterator.__reduce__()[1], type(iterator).__name__, type(reversed(D())).__name__)
show(lambda: type(iterator)(5))
print(list(type(iterator)(D("abc"), 1)))
