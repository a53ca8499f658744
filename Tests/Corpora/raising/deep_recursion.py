# Deep recursion of every kind ends in RecursionError, which is caught; the program goes on.
import sys


def caught(label, action):
    try:
        action()
    except RecursionError as error:
        print(label, type(error).__name__)
    except MemoryError:
        print(label, "MemoryError")
    else:
        print(label, "no error")


def plain(n=0):
    return plain(n + 1) + 1


def mutual_a():
    return mutual_b()


def mutual_b():
    return mutual_a()


class Rec:
    def __init__(self, depth=0):
        self.inner = Rec(depth + 1)


class Attr:
    def __getattr__(self, name):
        return getattr(self, name + "x")


class Add:
    def __add__(self, other):
        return self + other


class Compare:
    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash(self)


class Repr:
    def __repr__(self):
        return repr(self)


class Call:
    pass


Call.__call__ = Call()


class Iter:
    def __iter__(self):
        return iter(self)


def generator():
    yield from generator()


def sort_key(x):
    return sorted([1], key=sort_key)


def star(*args, **kwargs):
    return star(*args, **kwargs)


caught("function", plain)
caught("mutual", mutual_a)
caught("constructor", Rec)
caught("__getattr__", lambda: Attr().a)
caught("__add__", lambda: Add() + 1)
caught("__eq__", lambda: Compare() == 1)
caught("__hash__", lambda: hash(Compare()))
caught("__repr__", lambda: repr(Repr()))
caught("__call__", lambda: Call()())
caught("__iter__", lambda: list(Iter()))
caught("generator", lambda: list(generator()))
caught("key function", lambda: sort_key(1))
caught("star call", star)
caught("map", lambda: (lambda f: f(f))(lambda f: list(map(f, [f]))))


def deep_list(depth):
    items = []
    for _ in range(depth):
        items = [items]
    return items


a, b = deep_list(250000), deep_list(250000)
caught("compare nested lists", lambda: a == b)
caught("repr nested lists", lambda: repr(a))
print("still here", sys.getrecursionlimit() >= 100)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(500))
sys.setrecursionlimit(5000)
print(depth(3000))
