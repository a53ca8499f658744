# versions: 3.13
"""Comparing strings."""


def main():
    a, c = "the quick brown fox jumps over the lazy dog", "the quick brown fox jumps over the lazy dog"
    for i in range(3000000):
        result = a < c
        result = a == c
    print(result)


main()
