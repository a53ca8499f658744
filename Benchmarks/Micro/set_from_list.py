# versions: 3.13
"""A set of the items of a list."""


def main():
    items = [str(k) for k in range(100)]
    for i in range(70000):
        s = set(items)
    print(len(s))


main()
