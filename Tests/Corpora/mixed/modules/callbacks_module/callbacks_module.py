# Recursion and callbacks into another version's program.
def even(n, odd):
    return True if n == 0 else odd(n - 1, even)


def walk(tree, visit, depth=0):
    for part in tree:
        if isinstance(part, (list, tuple)):
            walk(part, visit, depth + 1)
        else:
            visit(part, depth)


def fold(function, items, start):
    for item in items:
        start = function(start, item)
    return start


def recursion(function):
    return function(recursion)


def hanoi(n, a, b, c, move):
    return hanoi(n - 1, a, c, b, move) + move(a, c) + hanoi(n - 1, b, a, c, move) if n else 0
