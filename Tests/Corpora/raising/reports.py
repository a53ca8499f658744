# How exceptions are printed: suggestions, repeated frames, SyntaxError, exceptions whose str fails.
import sys


class Node:
    def __init__(self):
        self.items = []
        self.value_count = 3
        self._hidden = 4

    def walk(self):
        return items

    def misspelt(self):
        return value_cuont

    def private(self):
        return self.hiden


def deep(n):
    if n == 0:
        raise ValueError("bottom")
    deep(n - 1)


def report(action):
    try:
        action()
    except BaseException as error:
        sys.excepthook(type(error), error, error.__traceback__)


def import_misspelt():
    from sys import pathh


class Unprintable(Exception):
    def __str__(self):
        raise ValueError


def unprintable():
    raise Unprintable


def syntax():
    raise SyntaxError("bad", ("file.py", 3, 5, "x = = 1\n"))


def syntax_range():
    raise SyntaxError("bad", ("file.py", 3, 7, "  x = == 1\n", 3, 9))


def syntax_bare():
    raise SyntaxError


for action in (
    lambda: Node().walk(), lambda: Node().misspelt(), lambda: Node().private(), lambda: Node().value_cuont, lambda: Node().zzzzzz, lambda: deep(10),
    lambda: prnt(3), lambda: json, lambda: jsn, import_misspelt, unprintable, syntax, syntax_range,
    syntax_bare, lambda: sys.exit(3),
):
    report(action)
raise SystemExit("the last words")
