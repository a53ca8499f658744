# versions: 3.13
"""Counting a character."""


def main():
    text = "the quick brown fox jumps over the lazy dog\n" * 200
    for i in range(25000):
        result = text.count("e")
    print(result)


main()
