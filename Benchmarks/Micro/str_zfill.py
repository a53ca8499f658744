# versions: 3.13
"""Padding strings."""


def main():
    word = "42"
    for i in range(1500000):
        result = word.zfill(8)
        result = word.rjust(8)
    print(result)


main()
