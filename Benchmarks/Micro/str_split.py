# versions: 3.13
"""Splitting a line into words."""


def main():
    line = "the quick brown fox jumps over the lazy dog"
    for i in range(500000):
        result = line.split()
    print(result)


main()
