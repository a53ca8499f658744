# versions: 3.13
"""Joining two strings by +."""


def main():
    a, c = "spam and ", "eggs"
    for i in range(3000000):
        result = a + c
    print(result)


main()
