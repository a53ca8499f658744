# versions: 3.13
"""Copying a list."""


def main():
    items = list(range(100))
    for i in range(700000):
        result = items.copy()
        result = list(items)
    print(len(result))


main()
