# Generator expressions: what is evaluated when, and which names they see.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def note(label, value):
    print(label, end=" ")
    return value


g = (note("element", x) for x in note("first iterable", [1, 2]) if note("condition", True) for y in note("second iterable", [3]))
print("made")
print(list(g))


def not_iterable():
    made = (x for x in 5)
    print("made", end=" ")
    return list(made)


def inner_not_iterable():
    made = (x for y in [1] for x in 5)
    print("made", end=" ")
    return list(made)


def late_binding():
    factor = 2
    made = (x * factor for x in range(3))
    factor = 10
    return list(made)


def lambdas():
    made = list((lambda: x) for x in range(3))
    return [f() for f in made]


def separate_lambdas():
    made = ((lambda: x) for x in range(3))
    return [f() for f in made]


class C:
    a = 2
    items = range(a)
    good = list(x for x in items)
    try:
        bad = list(x + a for x in items)
    except NameError as error:
        bad = str(error)


def names():
    import sys
    return list(sys._getframe().f_code.co_name for _ in "a"), list(sorted(k for k in locals()) for _ in "a")


def walrus():
    total = 0
    sums = list((total := total + x) for x in range(5))
    return sums, total


def nested():
    return [list(x + y for y in range(x)) for x in range(3)], sum(sum(y for y in range(x)) for x in range(4))


def unfinished():
    made = (x for x in iter(int, 1))
    return next(made), next(made), made.close(), list(made)


print(C.good, C.bad)
for action in (not_iterable, inner_not_iterable, late_binding, lambdas, separate_lambdas, names, walrus, nested, unfinished):
    print(action.__name__, end=" ")
    attempt(action)
