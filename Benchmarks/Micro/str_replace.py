# versions: 3.13
"""Replacing a word."""


def main():
    line = "the quick brown fox jumps over the lazy dog"
    for i in range(900000):
        result = line.replace("the", "a")
    print(result)


main()
