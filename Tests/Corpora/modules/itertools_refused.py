# itertools: refused arguments, huge numbers, re-entrance and changes in the middle.
import itertools as it


def show(make):
    try:
        text = repr(make())
        print(text if " at 0x" not in text else text[:text.index(" object")] + ">")
    except Exception as error:
        print(type(error).__name__, error)


BIG = 2 ** 70
for make in (
    lambda: it.count("a"), lambda: it.count(1, "a"), lambda: it.count(1, 2, 3), lambda: it.count(start=5, step=-2), lambda: it.count(1, 1),
    lambda: it.count(1.0), lambda: it.count(BIG), lambda: it.count(1, 0), lambda: it.count(0.5, 2), lambda: it.count(True), lambda: it.count(1, True),
    lambda: it.count(1j, 2), lambda: it.count(x=1), lambda: list(it.islice(it.count(2 ** 63 - 2), 4)), lambda: list(it.islice(it.count(-3, 2), 4)),
    lambda: it.repeat(), lambda: it.repeat(1, 2, 3), lambda: it.repeat(1, "a"), lambda: it.repeat(1, -5), lambda: it.repeat(object=1, times=2),
    lambda: it.repeat(1, BIG), lambda: it.repeat(1, 1.0), lambda: it.repeat(1, times=None), lambda: it.repeat("x").__length_hint__(),
    lambda: it.repeat("x", 3).__length_hint__(), lambda: it.cycle(), lambda: it.cycle(1), lambda: it.cycle([], 1), lambda: next(it.cycle([])),
    lambda: it.accumulate(), lambda: it.accumulate(1), lambda: it.accumulate([1, "a"], None), lambda: list(it.accumulate([1, "a"])),
    lambda: list(it.accumulate([1, 2], 5)), lambda: list(it.accumulate([], initial=None)), lambda: list(it.accumulate([], initial=3)),
    lambda: list(it.accumulate([1, 2], lambda a, b: a * 10 + b, initial=7)), lambda: it.accumulate([1], func=max, initial=1, x=2),
    lambda: it.chain(1), lambda: list(it.chain(1)), lambda: list(it.chain([1], 2)), lambda: list(it.chain.from_iterable(["ab", 5])),
    lambda: it.chain.from_iterable(), lambda: it.chain.from_iterable(1), lambda: it.chain(x=1), lambda: it.compress([1]),
    lambda: it.compress(1, [1]), lambda: it.compress([1], 1), lambda: list(it.compress(selectors=[1, 0, 1], data="abc")), lambda: it.compress("a", "b", "c"),
    lambda: it.dropwhile(1), lambda: it.dropwhile(None, 1), lambda: list(it.dropwhile(None, [1])), lambda: list(it.takewhile(None, [1])),
    lambda: list(it.filterfalse(None, [0, 1, "", "a"])), lambda: list(it.filterfalse(bool, [0, 1])), lambda: list(it.filterfalse(1, [0])),
    lambda: it.starmap(pow), lambda: list(it.starmap(pow, [1])), lambda: list(it.starmap(pow, [(2, 3), [3, 2]])), lambda: list(it.starmap(pow, ["ab"])),
    lambda: it.groupby(), lambda: it.groupby(1), lambda: [(k, list(g)) for k, g in it.groupby("aAbB", key=str.lower)], lambda: it.groupby([1], None, 3),
    lambda: list(it.groupby([1], 5)), lambda: it.islice(), lambda: it.islice([]), lambda: it.islice([], 1, 2, 3, 4), lambda: it.islice([], -1),
    lambda: it.islice([], "a"), lambda: it.islice([], 1, -1), lambda: it.islice([], -1, 1), lambda: it.islice([], 1, 2, 0), lambda: it.islice([], 1, 2, "a"),
    lambda: it.islice(1, 2), lambda: list(it.islice("abc", BIG)), lambda: it.islice("abc", 2 ** 63), lambda: list(it.islice("abc", 2 ** 63 - 1)),
    lambda: list(it.islice("abc", 1, None, 2 ** 62)), lambda: list(it.islice("abcdef", None, None, None)), lambda: it.permutations(),
    lambda: it.permutations(1), lambda: it.permutations("ab", -1), lambda: it.permutations("ab", "a"), lambda: it.permutations("ab", 1.0),
    lambda: list(it.permutations("ab", 3)), lambda: list(it.permutations("ab", 0)), lambda: it.permutations("ab", BIG), lambda: it.combinations("ab"),
    lambda: it.combinations("ab", -1), lambda: it.combinations("ab", "a"), lambda: it.combinations("ab", 1.5), lambda: it.combinations("ab", BIG),
    lambda: list(it.combinations("abc", 4)), lambda: list(it.combinations(iterable="abc", r=0)), lambda: it.combinations_with_replacement("ab", -1),
    lambda: list(it.combinations_with_replacement("", 2)), lambda: list(it.combinations_with_replacement("", 0)), lambda: list(it.product()),
    lambda: list(it.product("ab", repeat=0)), lambda: it.product("ab", repeat=-1), lambda: it.product("ab", repeat="a"), lambda: it.product(1),
    lambda: it.product("ab", x=1), lambda: list(it.product("ab", [], "c")), lambda: list(it.product("ab", repeat=2)), lambda: it.zip_longest(1),
    lambda: it.zip_longest("a", x=1), lambda: list(it.zip_longest()), lambda: list(it.zip_longest("ab", "c", fillvalue="-")), lambda: it.tee(),
    lambda: it.tee(1), lambda: it.tee("ab", -1), lambda: it.tee("ab", "a"), lambda: it.tee("ab", 0), lambda: len(it.tee("ab", 5)),
    lambda: it.takewhile(bool), lambda: it.takewhile(predicate=bool, iterable=[]),
):
    show(make)


# An iterator that is asked while it answers.
def again():
    yield 1
    yield next(first)


first, second = it.tee(again())
print(next(first))
show(lambda: next(second))
show(lambda: next(first))


class Growing:
    """A list that is added to while it is read."""

    def __init__(self):
        self.items = [1]

    def __iter__(self):
        for item in self.items:
            if len(self.items) < 4:
                self.items.append(item + 1)
            yield item


growing = Growing()
print(list(it.accumulate(growing)), list(it.islice(it.cycle(growing), 6)), list(it.chain(growing, growing)))


def raising(n):
    for i in range(n):
        yield i
    raise KeyError(n)


for make in (
    lambda: list(it.chain([1], raising(1))), lambda: list(it.accumulate(raising(2))), lambda: list(it.product(raising(1))),
    lambda: list(it.takewhile(lambda x: 1 / x, [1, 0])), lambda: list(it.groupby([1, 2], lambda x: 1 / (2 - x))),
    lambda: list(it.islice(raising(3), 5)), lambda: list(it.zip_longest("abcd", raising(2))),
):
    show(make)

groups = it.groupby([1, 1, 2, 2, 3])
key, early = next(groups)
key, late = next(groups)
print(list(early), list(late), [(k, list(g)) for k, g in groups], list(late))
a, b = it.tee(range(5))
c, d = it.tee(a)
print(list(a), list(b), list(c), list(d), type(a) is type(c))
e = it.tee([1, 2, 3])[0]
next(e)
f = e.__copy__()
print(list(e), list(f))
