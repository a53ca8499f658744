# versions: 3.13
"""Finding a word in a long text."""


def main():
    text = "the quick brown fox jumps over the lazy dog\n" * 200 + "needle"
    for i in range(60000):
        result = text.find("needle")
    print(result)


main()
