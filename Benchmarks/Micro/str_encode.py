# versions: 3.13
"""Encoding ASCII text as UTF-8."""


def main():
    line = "the quick brown fox jumps over the lazy dog" * 10
    for i in range(2500000):
        result = line.encode()
    print(len(result))


main()
