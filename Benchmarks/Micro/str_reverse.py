# versions: 3.13
"""Reversing a string by a slice."""


def main():
    line = "the quick brown fox jumps over the lazy dog"
    for i in range(1500000):
        result = line[::-1]
    print(result)


main()
