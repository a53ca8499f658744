# versions: 3.13
"""Sorting strings."""


def main():
    items = [str((k * 7919) % 1009) for k in range(1000)]
    for i in range(1500):
        result = sorted(items)
    print(result[5])


main()
