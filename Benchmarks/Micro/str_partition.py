# versions: 3.13
"""Parting a string at a mark."""


def main():
    word = "key=value"
    for i in range(1500000):
        result = word.partition("=")
    print(result)


main()
