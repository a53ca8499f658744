# Constants and algorithms.
CONSTANTS = (1, -1, 10**30, 1.5, 1e300, 2j, "text", "é€😀", b"bytes", (1, (2, (3,))), None, True, ..., frozenset({1}))


def primes(n):
    sieve = [True] * (n + 1)
    for i in range(2, int(n ** 0.5) + 1):
        if sieve[i]:
            sieve[i * i::i] = [False] * len(sieve[i * i::i])
    return [i for i in range(2, n + 1) if sieve[i]]


def words(text):
    counts = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def matrix(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def pick(*, key, table={"a": [1, 2, {"b": (3, 4)}]}):
    first, second, *rest = table[key]
    third = {**rest[0], "more": [*table]}
    return first, second, third


def text(value):
    return f"{value!r:>10}|{value:<5}|{value}|%s|%5d" % (value, value)
