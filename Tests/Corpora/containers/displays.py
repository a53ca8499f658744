# Displays of lists, tuples, sets and dicts: constant, computed, starred, nested.
a, b = 1, 2
print([], [a], [a, b, a + b], [1, 2, 3], [*range(3)], [a, *"xy", b], [*[], *()], [[a], [b]])
print((), (a,), (a, b), (*[1, 2], 3), (a, *"xy"), ((a,), ()))
print({a}, {a, a, a}, {1, 2, 3} == {3, 1, 2}, len({*"hello"}), {*[1], a, *(2,)} == {1, 2}, {(1, 2), frozenset([1])} == {frozenset([1]), (1, 2)})
print({}, {a: b}, {"x": a, "y": b}, {**{}, "k": 1}, {"a": 1, **{"b": 2, "a": 3}, "c": 4}, {a: {b: {}}}, {1: "int", True: "bool", 1.0: "float"})
print({**{"first": 1}, **{"second": 2}}, dict(**{"x": 1}), {**dict(a=1), **dict(a=2)})


def log_order(log):
    def n(x):
        log.append(x)
        return x
    {n("k1"): n("v1"), n("k2"): n("v2"), **{n("k3"): n("v3")}}
    [n(1), *[n(2)], n(3)]
    {n(4), n(5)}
    (n(6), n(7))
    return log


print(log_order([]))
print(("folded" "strings", 1 + 2, -5, (1, 2) + (3,), [1, 2, 3, 4, 5], {"a": 1, "b": 2, "c": 3, "d": 4}))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: {[]: 1})
attempt(lambda: {[1]})
attempt(lambda: {(1, []): 1})
attempt(lambda: {**5})
attempt(lambda: {**[1, 2]})
attempt(lambda: {**None})
attempt(lambda: [*5])
attempt(lambda: (*None,))
attempt(lambda: {*5})
attempt(lambda: {*[[]]})
attempt(lambda: [*(1 / 0 for _ in "x")])
attempt(lambda: {1: 2, **{[]: 1}} if False else {**{"a": 1}, "b": [][0]})
w = [1, 2]
w.append(w)
print(w)
d = {}
d["self"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
