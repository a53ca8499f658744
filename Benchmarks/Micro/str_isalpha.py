# versions: 3.13
"""Testing for letters."""


def main():
    word = "Pneumonoultramicroscopic"
    for i in range(3000000):
        result = word.isalpha()
    print(result)


main()
