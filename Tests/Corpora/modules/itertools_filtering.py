# itertools: compress, dropwhile, takewhile, filterfalse, starmap, islice.
from itertools import compress, count, dropwhile, filterfalse, islice, starmap, takewhile


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


print(list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])), list(compress("ABC", [True])), list(compress([], [1])))
print(list(compress(data=range(4), selectors=["", "x", 0, None])))
print(list(dropwhile(lambda x: x < 3, [1, 2, 3, 1, 2])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1, 2])))
t = takewhile(str.islower, "abCd")
print(list(t), list(t), next(t, "none"))
print(list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, "", "a"])), list(filterfalse(bool, [0, 1, []])))
print(list(starmap(pow, [(2, 5), (3, 2)])), list(starmap(max, ["ab", [3, 1]])), list(starmap(dict, [()])))
attempt(lambda: list(starmap(pow, [5])))
attempt(dropwhile, None)
attempt(lambda: list(dropwhile(5, [1])))


class Odd(Exception):
    pass


def predicate(x):
    if x == 2:
        raise Odd(x)
    return True


it = dropwhile(predicate, [1, 2, 3])
attempt(next, it)
print(list(islice(it, 5)) if False else "after")

print(list(islice("ABCDEFG", 2)), list(islice("ABCDEFG", 2, 4)), list(islice("ABCDEFG", 2, None)), list(islice("ABCDEFG", 0, None, 2)))
print(list(islice(count(), 3, 20, 5)), list(islice("abc", 10)), list(islice("abc", 0)), list(islice("abc", None)))
attempt(islice, "abc", -1)
attempt(islice, "abc", -1, 3)
attempt(islice, "abc", 1, -3)
attempt(islice, "abc", 1, 2, 0)
attempt(islice, "abc", "x")
attempt(islice, "abc")
attempt(islice, "abc", 1, 2, 3, 4)
source = iter(range(10))
print(list(islice(source, 1, 5, 3)), list(source))
source = iter(range(10))
print(list(islice(source, 3)), next(source))
