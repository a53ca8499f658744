# versions: 3.13
"""Popping keys."""


def main():
    d = {}
    for i in range(2000000):
        d[i] = i
        result = d.pop(i)
    print(result)


main()
