# Comprehensions and names: classes, closures, globals, locals(), lambdas, the first iterable, walrus.
import sys

x = "global"


def leaves_names():
    x = "outer"
    [x for x in "ab"]
    {x for x in "ab"}
    {x: 1 for x in "ab"}
    return x


def captures():
    n = 10
    return [n + i for i in range(3)], {i: n for i in range(2)}, [[n * i * j for j in range(2)] for i in range(2)]


def lambdas_of_last():
    fs = [lambda: i for i in range(3)]
    return [f() for f in fs], [(lambda i=i: i)() for i in range(3)]


def cell_of_iteration():
    i = "own"
    fs = [lambda: i for i in range(2)]
    return i, fs[0](), fs[1]()


def uses_cell_in_function():
    value = 1

    def bump():
        nonlocal value
        value += 1
        return value
    return [bump() for _ in range(3)], value


class InClass:
    x = "class"
    y = [x for _ in "a"]
    first = [c for c in x]
    try:
        z = [x + w for w in x]
    except TypeError:
        pass
    conditions = [c for c in "ab" if x]

    def method(self):
        return [x for _ in "a"]


def frame_names():
    return [sys._getframe().f_code.co_name for _ in "a"], {sys._getframe().f_code.co_name for _ in "a"}, {1: sys._getframe().f_code.co_name for _ in "a"}


def local_names(argument):
    before = 1
    return [sorted(locals()) for inner in "a"]


def local_names_of_nested():
    return [[sorted(locals()) for b in "b"] for a in "a"]


def walrus_out():
    values = [last := i * 2 for i in range(4)]
    return values, last, [y for i in range(5) if (y := i % 3)], y


def walrus_to_global():
    global found
    any((found := n) > 3 for n in range(10))
    return found


def del_inside():
    i = 1
    result = [i for i in range(2)]
    del i
    try:
        return i
    except UnboundLocalError as error:
        return result, str(error)


def shadowed_argument(x):
    return [x for x in x], x


def unbound_inside():
    try:
        [later for _ in "a"]
        later = 1
    except NameError as error:
        return type(error).__name__, str(error)


def star_and_nested(rows):
    return [[*row, len(row)] for row in rows], {k: [*v] for k, v in {"a": "xy"}.items()}, [a + b for a, b in rows], [rest for _, *rest in rows]


def conditions():
    return [i for i in range(20) if i % 2 if i % 3 if i > 5], [i if i % 2 else -i for i in range(4)], [i for i in range(3) for i in range(i)]


for function in (leaves_names, captures, lambdas_of_last, cell_of_iteration, uses_cell_in_function, frame_names, local_names_of_nested, walrus_out,
                 walrus_to_global, del_inside, unbound_inside, conditions):
    print(function.__name__, function())
print(InClass.y, InClass.first, InClass.conditions, InClass().method(), local_names(5), shadowed_argument("ab"), star_and_nested([(1, 2), (3, 4)]))
print([x for x in "m"], x, [sys._getframe().f_code.co_name for _ in "a"])
