# versions: 3.13
"""Testing for an item."""


def main():
    items = [str(k) for k in range(100)]
    for i in range(200000):
        result = "90" in items
    print(result)


main()
