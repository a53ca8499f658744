# versions: 3.13
"""Adding up ints."""


def main():
    items = list(range(1000))
    for i in range(40000):
        result = sum(items)
    print(result)


main()
