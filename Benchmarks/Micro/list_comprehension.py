# versions: 3.13
"""A list by a comprehension."""


def main():
    items = list(range(100))
    for i in range(60000):
        result = [k + 1 for k in items]
    print(len(result))


main()
