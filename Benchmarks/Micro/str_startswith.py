# versions: 3.13
"""Testing the start of a string."""


def main():
    line = "the quick brown fox jumps over the lazy dog"
    for i in range(3500000):
        result = line.startswith("the quick")
    print(result)


main()
