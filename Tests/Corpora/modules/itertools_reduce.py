# versions: 3.8-3.13
# __reduce__ and __setstate__ of the iterators of itertools, with the warnings of 3.12 and 3.13.
import itertools as it
import operator
import sys

makers = [
    ("accumulate", lambda: it.accumulate([1, 2, 3])), ("accumulate *", lambda: it.accumulate([1, 2, 3], operator.mul)),
    ("accumulate initial", lambda: it.accumulate([1, 2, 3], initial=5)), ("chain", lambda: it.chain([1, 2], [3])),
    ("combinations", lambda: it.combinations("abc", 2)), ("replacement", lambda: it.combinations_with_replacement("abc", 2)),
    ("compress", lambda: it.compress("abc", [1, 0, 1])), ("count", lambda: it.count(3)), ("count 2", lambda: it.count(3, 2)),
    ("count .5", lambda: it.count(1.5, 0.5)), ("count big", lambda: it.count(2 ** 70)), ("cycle", lambda: it.cycle("abc")),
    ("dropwhile", lambda: it.dropwhile(bool, [1, 0, 2])), ("filterfalse", lambda: it.filterfalse(bool, [1, 0, 2])),
    ("groupby", lambda: it.groupby("aabb")), ("islice", lambda: it.islice("abcdef", 1, 5, 2)), ("islice none", lambda: it.islice("abc", None)),
    ("permutations", lambda: it.permutations("abc", 2)), ("product", lambda: it.product("ab", "cd")), ("repeat", lambda: it.repeat(1)),
    ("repeat 3", lambda: it.repeat(1, 3)), ("starmap", lambda: it.starmap(pow, [(1, 2), (2, 3)])),
    ("takewhile", lambda: it.takewhile(bool, [1, 0, 2])), ("zip_longest", lambda: it.zip_longest("ab", "c"))]


def plain(v):
    """What a reduced value is made of, without addresses."""
    if isinstance(v, (tuple, list)):
        return [plain(item) for item in v]
    if isinstance(v, type):
        return v.__name__
    return type(v).__name__ if hasattr(v, "__next__") else v if not callable(v) else v.__name__


sys.stderr = sys.stdout
for name, make in makers:
    for taken in range(5):
        iterator = make()
        for _ in range(taken):
            next(iterator, None)
        print(name, taken, plain(iterator.__reduce__()))

for name, make in makers:
    iterator = make()
    next(iterator)
    if name != "groupby":
        recipe = iterator.__reduce__()
        again = recipe[0](*recipe[1])
        if len(recipe) > 2 and recipe[2] is not None:
            again.__setstate__(recipe[2])
        print(name, list(it.islice(again, 4)))

STATES = (
    None, (), 0, 1, (1,), ([1], 0), ([1], 1), (1, 2), (1, 2, 3), "ab", ([], 2), ((0,), (1,)), ((0, 1, 2), (3, 2)), (0, 0), (2, 1), 1.5, -1,
    2 ** 70, (2 ** 70, 0), (-5, 7))
for name, make in makers:
    if not hasattr(make(), "__setstate__") or name in ("accumulate", "accumulate *", "zip_longest", "groupby"):
        continue
    for state in STATES:
        iterator = make()
        print(name, state, end=": ")
        try:
            iterator.__setstate__(state)
            print(list(it.islice(iterator, 5)))
        except Exception as error:
            print(type(error).__name__, error)

total = it.accumulate([1, 2, 3])
total.__setstate__(10)
print(list(total))
longest = it.zip_longest("ab", "c")
longest.__setstate__("-")
print(list(longest))
groups = it.groupby("aab")
for state in (None, (1, 2), (1, 2, 3, 4)):
    try:
        groups.__setstate__(state)
    except Exception as error:
        print(type(error).__name__, error)
groups.__setstate__(("x", "y", "z"))
print([(key, list(group)) for key, group in groups])
first, second = it.tee("abcdef")
next(first)
print(plain(first.__reduce__()[:2]), list(first.__copy__()), list(first), list(second))
for make in (lambda: it.combinations("abc", 2), lambda: it.permutations("abcd", 2), lambda: it.product("ab", "cd", "ef")):
    print(make().__sizeof__())
