# versions: 3.13
"""Stripping blanks."""


def main():
    line = "   some words   "
    for i in range(3000000):
        result = line.strip()
    print(result)


main()
