# versions: 3.13
"""Repeating a list."""


def main():
    for i in range(1500000):
        result = [0] * 100
    print(len(result))


main()
