# Context managers, also of generators, and with statements around another version's functions.
from contextlib import contextmanager


class Manager:
    def __init__(self, name, suppress=()):
        self.name, self.suppress = name, suppress

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, type(value).__name__, traceback is not None)
        return isinstance(value, self.suppress)


@contextmanager
def managed(name):
    print("begin", name)
    try:
        yield name.upper()
    except KeyError as error:
        print("swallowed", error)
    finally:
        print("end", name)


def inside(manager, function):
    with manager as value:
        return function(value)
    return "suppressed"
