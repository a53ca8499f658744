# versions: 3.13
"""Floats from strings."""


def main():
    words = [str(k * 9.77) for k in range(100)]
    for i in range(20000):
        for w in words:
            result = float(w)
    print(result)


main()
