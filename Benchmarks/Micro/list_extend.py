# versions: 3.13
"""Extending a list."""


def main():
    items = list(range(100))
    for i in range(300000):
        out = []
        out.extend(items)
        out += items
    print(len(out))


main()
