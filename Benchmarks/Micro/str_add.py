# versions: 3.13
"""Adding a character to the end of a growing string."""


def main():
    result = ""
    for i in range(2000000):
        result += "x"
        if i % 1000 == 0:
            result = ""
    print(len(result))


main()
