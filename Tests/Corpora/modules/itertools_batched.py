# itertools.batched
# versions: 3.12-
from itertools import batched


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


print(list(batched("abcdefg", 3)), list(batched([], 2)), list(batched("abcd", 2)), list(batched("abc", 10)), type(batched("a", 1)).__name__)
attempt(batched, "abc", 0)
attempt(batched, 5, 2)
attempt(batched, "abc", "x")
attempt(lambda: list(batched("abcd", 2, strict=True)))
attempt(lambda: list(batched("abc", 2, strict=True)))
b = batched(range(5), 2)
print(next(b), list(b), list(b))
