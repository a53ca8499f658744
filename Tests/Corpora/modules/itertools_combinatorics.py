# itertools: product, permutations, combinations, with and without replacement.
from itertools import combinations, combinations_with_replacement, permutations, product


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


print(list(product("ab", [1, 2])), list(product()), list(product("ab", repeat=2)), list(product("ab", [])), list(product("ab", repeat=0)))
print(list(product([0, 1], "x", repeat=2)))
attempt(product, "ab", repeat=-1)
attempt(product, 5)
print(list(permutations("abc")), list(permutations([1, 2, 3], 2)), list(permutations("ab", 3)), list(permutations([], 0)), list(permutations("ab", 0)))
attempt(permutations, "ab", -1)
attempt(permutations, "ab", "c")
print(list(combinations("abcd", 2)), list(combinations("ab", 0)), list(combinations("ab", 3)))
attempt(combinations, "ab", -1)
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement([], 2)), list(combinations_with_replacement([], 0)))
attempt(combinations_with_replacement, "ab", -1)
print(sum(1 for _ in permutations(range(6))), sum(1 for _ in combinations(range(10), 4)), sum(1 for _ in product(range(5), repeat=3)))
print(["".join(p) for p in permutations("abcd") if p[0] > p[-1]][:6])
it = combinations(range(4), 3)
print(next(it), next(it), list(it), list(it))
print(max(permutations([3, 1, 2])), min(product([2, 1], repeat=2)))
