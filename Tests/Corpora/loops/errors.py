# Iteration that fails: not iterable, bad __iter__, mutation while iterating, errors from __next__.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def loop(iterable):
    count = 0
    for item in iterable:
        count += 1
    return count


class NoIter:
    pass


class IterNone:
    __iter__ = None


class BadIter:
    def __iter__(self):
        return 5


class RaisingIter:
    def __iter__(self):
        raise ValueError("in iter")


class RaisingNext:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError("in next")


class OldRaising:
    def __getitem__(self, index):
        if index == 2:
            raise ZeroDivisionError("at two")
        return index


for thing in (5, None, 1.5, NoIter(), IterNone(), BadIter(), RaisingIter(), RaisingNext(), OldRaising(), loop, int, NoIter):
    attempt(lambda: loop(thing))


def grow_dict():
    d = {1: 1}
    for key in d:
        d[key + 1] = key


def shrink_dict():
    d = {1: 1, 2: 2}
    for key in d:
        del d[2]


def grow_set():
    s = {1}
    for item in s:
        s.add(item + 1)


def change_values():
    d = {"a": 1, "b": 2}
    for key in d:
        d[key] += 1
    return d


attempt(grow_dict)
attempt(shrink_dict)
attempt(grow_set)
attempt(change_values)
attempt(lambda: next(iter([])))
attempt(lambda: next(iter([]), "default"))
attempt(lambda: next(5))
attempt(lambda: next([]))
attempt(lambda: iter(5))
attempt(lambda: range(1, 2, 0))
attempt(lambda: range("a"))
attempt(lambda: range(1.5))
attempt(lambda: enumerate(5))
attempt(lambda: list(zip([1, 2], [1], strict=True)))
attempt(lambda: list(zip([1], [1, 2], strict=True)))
attempt(lambda: list(map(lambda a, b: a + b, [1], ["x"])))
attempt(lambda: reversed({1}))
attempt(lambda: list(iter(lambda: 1 / 0, 5)))
counter = [0]


def tick():
    counter[0] += 1
    return counter[0]


print(list(iter(tick, 4)))
exhausted = iter([1])
print(list(exhausted), list(exhausted))
