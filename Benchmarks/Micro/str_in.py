# versions: 3.13
"""Looking for a word with in."""


def main():
    line = "the quick brown fox jumps over the lazy dog"
    for i in range(3500000):
        result = "lazy" in line
    print(result)


main()
