# versions: 3.13
"""Formatting by str.format."""


def main():
    for i in range(400000):
        result = "{} is {:d} of {:5.2f}".format("x", i, 2.5)
    print(result)


main()
