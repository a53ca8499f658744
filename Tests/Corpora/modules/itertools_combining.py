# itertools: chain, zip_longest, groupby, tee.
from itertools import chain, groupby, tee, zip_longest


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


print(list(chain("abc", [1, 2], ())), list(chain()), list(chain.from_iterable(["ab", "cd"])), list(chain.from_iterable([])))
attempt(lambda: list(chain([1], 5)))
attempt(lambda: list(chain.from_iterable(5)))
it = chain([1], [2, 3])
print(next(it), list(it), list(it))

print(list(zip_longest("abcd", [1, 2])), list(zip_longest("ab", "xyz", fillvalue="-")), list(zip_longest()), list(zip_longest([], [])))
attempt(zip_longest, 1)

print([(k, list(g)) for k, g in groupby("aaabbc")])
print([(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], lambda x: x % 2)])
print([(k, list(g)) for k, g in groupby([], key=None)])
groups = list(groupby("aab"))
print([(k, list(g)) for k, g in groups])
it = groupby("aabbb")
key, group = next(it)
print(key, next(group))
key, other = next(it)
print(key, list(group), list(other))
it = groupby("aabb")
k1, g1 = next(it)
print(list(g1), list(g1))
it = groupby([3, 1, "x"], key=lambda v: v + 1)
attempt(lambda: [k for k, g in it])

a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a))
a, b, c = tee("xyz", 3)
print(list(a), list(b), list(c), tee([], 0))
print(len(tee([1], 1)))
attempt(tee, [1], -1)
attempt(tee, 5)
a, b = tee(iter([1, 2, 3]))
next(a)
c = a.__copy__()
print(list(a), list(b), list(c))


def numbers():
    yield 1
    yield 2
    raise ValueError("end")


a, b = tee(numbers())
print(next(a), next(a))
attempt(next, a)
print(next(b), next(b))
attempt(lambda: next(b, "over"))
