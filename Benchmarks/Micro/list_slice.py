# versions: 3.13
"""Slicing a list."""


def main():
    items = list(range(100))
    for i in range(1500000):
        result = items[10:60]
    print(len(result))


main()
