# Iterables of every kind for another version's program.
class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        self.i = 0
        return self

    def __next__(self):
        if self.i == self.n:
            raise StopIteration
        self.i += 1
        return self.i


class ByIndex:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return "item %d" % index

    def __len__(self):
        return 3


class Mapping:
    def keys(self):
        return iter("ab")

    def __getitem__(self, key):
        return key * 2


class Failing:
    def __iter__(self):
        yield 1
        raise KeyError("failing")


def all_kinds(source):
    a, *b = source()
    return a, b, [*source()], {x for x in source()} == set(source()), [x for x in source() if x], max(source()), dict(enumerate(source())), "".join(map(str, source()))
