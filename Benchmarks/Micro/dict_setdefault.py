# versions: 3.13
"""Grouping by setdefault."""


def main():
    for i in range(8000):
        d = {}
        for k in range(100):
            d.setdefault(k % 10, []).append(k)
    print(len(d))


main()
