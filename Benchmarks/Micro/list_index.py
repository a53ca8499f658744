# versions: 3.13
"""Finding an item."""


def main():
    items = list(range(100))
    for i in range(250000):
        result = items.index(90)
    print(result)


main()
