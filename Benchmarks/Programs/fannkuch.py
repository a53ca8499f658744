"""Pancake flips over all permutations (fannkuch): list slices and small ints."""


def fannkuch(n):
    permutation = list(range(n))
    count = list(range(1, n + 1))
    checksum = best = number = 0
    while True:
        first = permutation[0]
        if first:
            work = permutation[:]
            flips = 0
            while first:
                work[:first + 1] = work[first::-1]
                flips += 1
                first = work[0]
            if flips > best:
                best = flips
            checksum += -flips if number & 1 else flips
        number += 1
        level = 1
        while level < n:
            permutation.insert(level, permutation.pop(0))
            count[level] -= 1
            if count[level]:
                break
            count[level] = level + 1
            level += 1
        else:
            return checksum, best


for n in (7, 8, 9, 9, 9):
    checksum, best = fannkuch(n)
    print(checksum, best)
