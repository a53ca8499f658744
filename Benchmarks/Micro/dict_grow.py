# versions: 3.13
"""Growing a dict from nothing."""


def main():
    for i in range(3500):
        d = {}
        for k in range(1000):
            d[k] = i
    print(len(d))


main()
