# versions: 3.13
"""Mapping a builtin over a list."""


def main():
    a = list(range(1000))
    for i in range(2000):
        result = list(map(str, a))
    print(len(result))


main()
