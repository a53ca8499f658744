# versions: 3.13
"""Assigning to slices."""


def main():
    items = list(range(100))
    for i in range(1000000):
        items[10:20] = items[30:40]
    print(len(items))


main()
