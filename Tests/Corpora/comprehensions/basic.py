# Comprehensions: lists, sets, dicts, nested, conditions, scopes, unpacking, walrus.
print([x * x for x in range(6)], {x % 3 for x in range(9)}, {x: str(x) for x in range(3)}, [c.upper() for c in "abc" if c != "b"])
print([(x, y) for x in range(3) for y in range(x) if (x + y) % 2], [[y for y in range(x)] for x in range(4)], [x for row in [[1, 2], [3]] for x in row])
print({k: v for k, v in zip("abc", range(3)) if v}, {v: k for k, v in {"a": 1}.items()}, [a + b for a, b in [(1, 2), (3, 4)]], [r for f, *r in ["abc", "de"]])
x = "module"
print([x for x in range(3)], x)


def function_scope():
    x = "local"
    y = 10
    result = [x + y for x in range(3)]
    nested = [[x + z for z in range(2)] for x in range(2)]
    captured = [lambda: x for x in range(3)]
    return result, nested, x, [f() for f in captured]


print(function_scope())


class ClassScope:
    items = [1, 2, 3]
    squares = [i * i for i in items]
    pairs = [(i, j) for i in items for j in range(i)]
    gen = list(i + 1 for i in items)


print(ClassScope.squares, ClassScope.pairs, ClassScope.gen)


def walrus(items):
    total = 0
    sums = [total := total + item for item in items]
    found = [last for item in items if (last := item * 2) > 2]
    return sums, total, found, last


print(walrus([1, 2, 3]))
print(any((hit := n) % 5 == 0 for n in range(1, 10)), hit)


def unset_after():
    try:
        [later for i in range(2)]
    except NameError as error:
        print(type(error).__name__, error)
    later = 1
    return [later for i in range(2)]


print(unset_after())


def restores():
    i = "kept"
    try:
        [1 // i for i in (1, 0)]
    except ZeroDivisionError:
        pass
    return i


print(restores())


def deletes():
    i = 1
    del i
    result = [i for i in range(2)]
    try:
        i
    except UnboundLocalError as error:
        return result, str(error)


print(deletes())


def with_cells():
    functions = [(lambda: (x, y)) for x in range(2) for y in range(2)]
    return [f() for f in functions], [(lambda x=x: x)() for x in range(2)]


print(with_cells())


def order(log):
    def n(v):
        log.append(v)
        return v
    {n("k"): n("v") for _ in n([1])}
    [n("body") for i in n([1, 2]) if n("cond")]
    return log


print(order([]))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: [x for x in 5])
attempt(lambda: {[]: 1 for _ in range(1)})
attempt(lambda: {[] for _ in range(1)})
attempt(lambda: [a for a, b in [1]])
attempt(lambda: [a for a, b in [(1,)]])
attempt(lambda: [undefined_name for _ in "x"])
attempt(lambda: {k: v for k, v in [(1, 2), ([], 3)]})


def locals_inside():
    a = 1
    return [sorted(locals()) for b in range(1)]


print(locals_inside())


def super_inside():
    class A:
        def items(self):
            return [1, 2]

    class B(A):
        def items(self):
            return [i for i in super().items()] + [super(B, self).items() for _ in range(1)]
    return B().items()


print(super_inside())
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [sum(row) for row in matrix], {(i, j): v for i, row in enumerate(matrix) for j, v in enumerate(row)}[1, 2])
print([n for n in range(2, 50) if all(n % d for d in range(2, int(n ** 0.5) + 1))])
print(list({n: None for n in [3, 1, 3, 2]}), [*(x for x in "ab"), *[y for y in "cd"]], [x if x % 2 else -x for x in range(4)], [not x for x in (0, 1)])


def many_levels():
    return [[[a + b + c for c in range(2)] for b in range(2)] for a in range(2)]


print(many_levels())


def shadowed_argument(x, y):
    return [x for x in x], [(x, y) for y in y for x in [y]], x, y


print(shadowed_argument("ab", "cd"))
