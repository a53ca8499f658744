# versions: 3.13
"""Making a line upper case."""


def main():
    line = "the quick brown fox jumps over the lazy dog"
    for i in range(1800000):
        result = line.upper()
    print(result)


main()
