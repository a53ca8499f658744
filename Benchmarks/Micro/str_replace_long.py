# versions: 3.13
"""Replacing characters of a long text."""


def main():
    text = "the quick brown fox jumps over the lazy dog\n" * 200
    for i in range(4000):
        result = text.replace("o", "oo")
    print(len(result))


main()
