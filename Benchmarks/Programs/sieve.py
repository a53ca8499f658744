"""Prime numbers three ways: the sieve with slices, the sieve with loops, trial division."""


def slices(limit):
    flags = [True] * limit
    flags[0] = flags[1] = False
    for n in range(2, int(limit ** 0.5) + 1):
        if flags[n]:
            flags[n * n::n] = [False] * len(range(n * n, limit, n))
    return [n for n, flag in enumerate(flags) if flag]


def loops(limit):
    flags = [1] * limit
    count = 0
    n = 2
    while n < limit:
        if flags[n]:
            count += 1
            multiple = n * n
            while multiple < limit:
                flags[multiple] = 0
                multiple += n
        n += 1
    return count


def trial(limit):
    primes = [2]
    for n in range(3, limit, 2):
        for p in primes:
            if p * p > n:
                primes.append(n)
                break
            if n % p == 0:
                break
    return primes


found = slices(2000000)
print(len(found), found[-1], sum(found))
print(loops(3000000))
print(len(trial(150000)), trial(1000)[-1])
