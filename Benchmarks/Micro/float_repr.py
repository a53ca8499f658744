# versions: 3.13
"""The repr of floats."""


def main():
    for i in range(700000):
        result = repr(i * 0.37)
    print(result)


main()
