# versions: 3.13
"""Formatting by %."""


def main():
    for i in range(500000):
        result = "%s is %d of %5.2f" % ("x", i, 2.5)
    print(result)


main()
