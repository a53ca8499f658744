# versions: 3.13
"""Going through the characters of a string."""


def main():
    line = "the quick brown fox jumps over the lazy dog" * 20
    result = 0
    for i in range(6000):
        for c in line:
            if c == "o":
                result += 1
    print(result)


main()
