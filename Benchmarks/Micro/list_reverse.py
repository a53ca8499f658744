# versions: 3.13
"""Reversing a list."""


def main():
    items = list(range(1000))
    for i in range(100000):
        items.reverse()
        result = items[::-1]
    print(len(result))


main()
