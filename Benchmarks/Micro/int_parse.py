# versions: 3.13
"""Ints from strings."""


def main():
    words = [str(k * 977) for k in range(100)]
    for i in range(25000):
        for w in words:
            result = int(w)
    print(result)


main()
