"""Keeps many live objects of one kind: the first argument names it, the second says how many."""
import sys


class Instance:
    def __init__(self, a, b, c):
        self.a = a
        self.b = b
        self.c = c

    def method(self):
        return self


def closure(variable):
    return lambda: variable


INSTANCE = Instance(1, 2, 3)
KINDS = {
    "nothing": lambda n: [None for i in range(n)],
    "int": lambda n: [i + (1 << 51) for i in range(n)],
    "float": lambda n: [i + 0.5 for i in range(n)],
    "tuple": lambda n: [(i, None) for i in range(n)],
    "list": lambda n: [[] for i in range(n)],
    "dict": lambda n: [{"key": i} for i in range(n)],
    "str": lambda n: ["%010d" % i for i in range(n)],
    "instance": lambda n: [Instance(None, True, "c") for i in range(n)],
    "closure": lambda n: [closure(None) for i in range(n)],
    "method": lambda n: [INSTANCE.method for i in range(n)],
}

if __name__ == "__main__":
    if len(sys.argv) == 3:
        kept = KINDS[sys.argv[1]](int(sys.argv[2]))
        assert len(kept) == int(sys.argv[2])
    else:
        print("\n".join(KINDS))
