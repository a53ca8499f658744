# versions: 3.13
"""Slicing a string."""


def main():
    line = "the quick brown fox jumps over the lazy dog"
    for i in range(4000000):
        result = line[4:20]
    print(result)


main()
