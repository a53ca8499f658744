# versions: 3.13
"""Going through a list by number."""


def main():
    a = list(range(1000))
    result = 0
    for i in range(5000):
        for x, y in enumerate(a):
            result += x
    print(result)


main()
