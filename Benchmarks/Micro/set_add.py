# versions: 3.13
"""Growing a set."""


def main():
    for i in range(4000):
        s = set()
        for k in range(1000):
            s.add(k)
    print(len(s))


main()
