# versions: 3.13
"""The str of ints."""


def main():
    for i in range(2500000):
        result = str(i)
    print(result)


main()
