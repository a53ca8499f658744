# versions: 3.13
"""The least and the greatest."""


def main():
    items = [(k * 7919) % 1009 for k in range(1000)]
    for i in range(8000):
        result = max(items)
        result = min(items)
    print(result)


main()
