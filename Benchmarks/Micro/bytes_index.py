# versions: 3.13
"""Going through bytes."""


def main():
    data = bytes(range(256))
    result = 0
    for i in range(15000):
        for x in data:
            result += x
    print(result)


main()
