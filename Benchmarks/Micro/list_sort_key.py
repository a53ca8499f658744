# versions: 3.13
"""Sorting by a key function."""


def main():
    items = [str((k * 7919) % 1009) for k in range(1000)]
    for i in range(4000):
        result = sorted(items, key=len)
    print(result[5])


main()
