# versions: 3.13
"""Splitting a text into lines."""


def main():
    text = "the quick brown fox jumps over the lazy dog\n" * 100
    for i in range(25000):
        result = text.splitlines()
    print(len(result))


main()
