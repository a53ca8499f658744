# versions: 3.13
"""Sorting shuffled ints."""


def main():
    items = [(k * 7919) % 1009 for k in range(1000)]
    for i in range(2500):
        result = sorted(items)
    print(result[5])


main()
