# versions: 3.13
"""The str of a large int."""


def main():
    n = 7 ** 200
    for i in range(100000):
        result = str(n)
    print(result)


main()
