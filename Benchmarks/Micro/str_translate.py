# versions: 3.13
"""Translating characters by a table."""


def main():
    line = "the quick brown fox jumps over the lazy dog" * 10
    table = str.maketrans("abcdefghijklm", "nopqrstuvwxyz")
    for i in range(100000):
        result = line.translate(table)
    print(len(result))


main()
