"""All ways to place queens that do not attack each other: recursion, sets and generators."""


def place(n, row, columns, rising, falling):
    if row == n:
        yield ()
        return
    for column in range(n):
        if column in columns or row + column in rising or row - column in falling:
            continue
        columns.add(column)
        rising.add(row + column)
        falling.add(row - column)
        for rest in place(n, row + 1, columns, rising, falling):
            yield (column,) + rest
        columns.remove(column)
        rising.remove(row + column)
        falling.remove(row - column)


def bits(n, columns, rising, falling):
    """The same count with bit masks instead of sets."""
    full = (1 << n) - 1
    if columns == full:
        return 1
    free = full & ~(columns | rising | falling)
    count = 0
    while free:
        bit = free & -free
        free ^= bit
        count += bits(n, columns | bit, (rising | bit) << 1, (falling | bit) >> 1)
    return count


solutions = list(place(8, 0, set(), set(), set()))
print(len(solutions), solutions[0], solutions[-1])
print(sum(1 for _ in place(10, 0, set(), set(), set())))
print([bits(n, 0, 0, 0) for n in range(1, 14)])
