"""Dictionaries: counting, grouping, joining, memoizing, with int, str and tuple keys."""


def noise(seed):
    while True:
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        yield seed >> 8


def count_ints(n):
    counts, random = {}, noise(1)
    for _ in range(n):
        key = next(random) % 5000
        counts[key] = counts.get(key, 0) + 1
    return len(counts), max(counts.values()), sum(counts)


def count_strings(n):
    counts, random = {}, noise(2)
    names = ["name%d" % i for i in range(2000)]
    for _ in range(n):
        name = names[next(random) % 2000]
        if name in counts:
            counts[name] += 1
        else:
            counts[name] = 1
    return len(counts), sorted(counts.items(), key=lambda item: (-item[1], item[0]))[0]


def group(n):
    groups, random = {}, noise(3)
    for i in range(n):
        groups.setdefault(next(random) % 300, []).append(i)
    return len(groups), sum(len(members) * key for key, members in groups.items())


def paths(size):
    memo = {(0, 0): 1}
    for x in range(size):
        for y in range(size):
            if (x, y) not in memo:
                memo[x, y] = (memo.get((x - 1, y), 0) + memo.get((x, y - 1), 0)) % 1000003
    return memo[size - 1, size - 1], len(memo)


def join(n):
    left = {i: str(i) for i in range(0, n, 2)}
    right = {i: i * i for i in range(0, n, 3)}
    both = {key: (value, right[key]) for key, value in left.items() if key in right}
    merged = {**right, **both}
    for key in list(merged):
        if key % 5 == 0:
            del merged[key]
    return len(both), len(merged), sum(1 for value in merged.values() if isinstance(value, tuple))


def collatz(limit):
    lengths, best = {1: 1}, (1, 1)
    for start in range(2, limit):
        n, trail = start, []
        while n not in lengths:
            trail.append(n)
            n = n // 2 if n % 2 == 0 else 3 * n + 1
        length = lengths[n]
        for n in reversed(trail):
            length += 1
            lengths[n] = length
        best = max(best, (lengths[start], start))
    return best, len(lengths)


print(count_ints(700000))
print(count_strings(600000))
print(group(500000))
print(paths(300))
print(join(150000))
print(collatz(250000))
