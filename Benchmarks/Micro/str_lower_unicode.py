# versions: 3.13
"""Making a text with other letters lower case."""


def main():
    line = "ÄÖÜ ΑΒΓ ДЖЗ " * 4
    for i in range(150000):
        result = line.lower()
    print(result)


main()
