# versions: 3.13
"""Going through two lists side by side."""


def main():
    a, c = list(range(1000)), list(range(1000))
    result = 0
    for i in range(5000):
        for x, y in zip(a, c):
            result += x
    print(result)


main()
