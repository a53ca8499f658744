# versions: 3.13
"""Taking single characters."""


def main():
    line = "the quick brown fox jumps over the lazy dog"
    for i in range(4000000):
        result = line[i % 40]
    print(result)


main()
