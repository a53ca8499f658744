# versions: 3.13
"""Joining what a generator makes."""


def main():
    parts = [str(k) for k in range(100)]
    for i in range(15000):
        result = "-".join(p for p in parts)
    print(len(result))


main()
