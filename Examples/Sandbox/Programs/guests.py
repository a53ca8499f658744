"""Programs of strangers: some are honest, some are not."""


def honest(n):
    return sum(i * i for i in range(n))


def endless(n):
    while True:
        try:
            while True:
                n += 1
        except BaseException:
            pass


def greedy(n):
    hoard = []
    while True:
        hoard.append([n] * 1000)


def enormous(n):
    return 10 ** 10 ** 9


def deep(n):
    return deep(n + 1)


def broken(n):
    return [].pop()
