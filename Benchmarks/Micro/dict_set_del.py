# versions: 3.13
"""Setting and deleting keys."""


def main():
    d = {}
    for i in range(2000000):
        d[i] = i
        del d[i]
    print(len(d))


main()
