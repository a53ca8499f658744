# versions: 3.13
"""Testing for keys."""


def main():
    d = {str(k): k for k in range(100)}
    for i in range(3000000):
        result = "50" in d
        result = "x" in d
    print(result)


main()
