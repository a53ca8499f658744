"""Iteration, unpacking, lengths and indices with objects that do not keep to their protocols or change what they belong to."""


def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except BaseException as e:
        print(type(e).__name__, e, "| cause:", repr(e.__cause__), "| context:", repr(e.__context__))


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return 1


class Iterator2(Iterator):
    pass


def loop(iterable):
    for item in iterable:
        pass


def unpack(iterable):
    first, second = iterable


def unpack_rest(iterable):
    first, *rest = iterable


class IterRaises:
    def __iter__(self):
        raise ValueError("in __iter__")


class IterTypeError:
    def __iter__(self):
        raise TypeError("in __iter__")


class IterWrong:
    def __iter__(self):
        return 5


class IterNone:
    __iter__ = None


class NextRaises:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("in __next__")


class Items:
    def __init__(self, error):
        self.error = error

    def __len__(self):
        return 3

    def __getitem__(self, index):
        if index == 1:
            raise self.error
        return index


for value in [5, None, IterRaises(), IterTypeError(), IterWrong(), IterNone(), NextRaises(), Items(ValueError("item")), Items(IndexError("item")), Items(StopIteration("item"))]:
    for consume in [loop, list, unpack, unpack_rest, lambda i: [*i], lambda i: (*i, 1), lambda i: {*i}, lambda i: print(*i), lambda i: list(reversed(i)), iter, reversed]:
        if consume not in (iter, reversed):
            attempt(consume, value)
        else:
            try:
                consume(value)
                print("made")
            except Exception as e:
                print(type(e).__name__, e)

def lose_next(consume):
    class Losing:
        def __iter__(self):
            return self

        def __next__(self):
            del Losing.__next__
            return 1

    return consume(Losing())


for consume in [loop, unpack, sum, set, tuple, max, lambda i: dict.fromkeys(i), lambda i: list(zip(i)), lambda i: list(map(str, i)), lambda i: list(enumerate(i)), lambda i: 5 in i,
                lambda i: loop(x for x in i)]:
    attempt(lose_next, consume)

# length hints


class Hint:
    def __init__(self, hint, length=None):
        self.hint = hint
        self.length = length

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


class Sized(Hint):
    def __len__(self):
        if isinstance(self.length, Exception):
            raise self.length
        return self.length


for hint in [3, 0, -1, "a", None, 1.5, NotImplemented, True, 10 ** 30, TypeError("hint"), ValueError("hint")]:
    attempt(list, Hint(hint))
    attempt(lambda: [*Hint(hint)])
for length in [3, -1, "a", 1.5, None, 10 ** 30, TypeError("len"), ValueError("len")]:
    attempt(list, Sized(4, length))
    attempt(len, Sized(4, length))
    attempt(bool, Sized(4, length))

# dicts and lists that change under the iteration

# dicts and lists that change under the iteration


def change(d, action, direction=iter):
    iterator = direction(d)
    result = [next(iterator)]
    action()
    for item in iterator:
        result.append(item)
    return result


for view in [lambda d: d, lambda d: d.keys(), lambda d: d.values(), lambda d: d.items()]:
    d = {1: 1}
    attempt(change, view(d), lambda: (d.pop(1), d.__setitem__(2, 2)))
    d = {1: 1, 2: 2}
    attempt(change, view(d), lambda: d.update({3: 3}))
    d = {1: 1, 2: 2}
    attempt(change, view(d), lambda: d.update({3: 3}), reversed)
    d = {1: 1, 2: 2}
    attempt(change, view(d), lambda: d.clear(), reversed)
s = {1}
attempt(change, s, lambda: s.add(2))


class Clearing:
    def __init__(self, target):
        self.target = target

    def __index__(self):
        self.target.clear()
        return 1


def index_list(action):
    target = [1, 2, 3]
    return action(target, Clearing(target))


def set_item(target, index):
    target[index] = 5


def delete_item(target, index):
    del target[index]


attempt(index_list, lambda target, index: target[index])
attempt(index_list, set_item)
attempt(index_list, delete_item)
attempt(index_list, lambda target, index: target[index:])
attempt(index_list, lambda target, index: target.insert(index, 5))
attempt(index_list, lambda target, index: target.pop(index))
attempt(index_list, lambda target, index: target * index)
