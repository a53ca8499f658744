# versions: 3.13
"""Union, intersection, difference."""


def main():
    a, c = set(range(0, 100)), set(range(50, 150))
    for i in range(60000):
        u, v, w = a | c, a & c, a - c
    print(len(u))


main()
