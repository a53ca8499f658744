# versions: 3.13
"""Testing for members."""


def main():
    s = {str(k) for k in range(100)}
    for i in range(4000000):
        result = "50" in s
    print(result)


main()
