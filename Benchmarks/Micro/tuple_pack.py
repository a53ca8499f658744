# versions: 3.13
"""Packing and unpacking tuples."""


def main():
    a, c, d = 1, 2, 3
    for i in range(4000000):
        t = a, c, i
        d, c, a = t
    print(len(t))


main()
