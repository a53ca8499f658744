# versions: 3.13
"""Joining bytes."""


def main():
    parts = [b"ab"] * 100
    for i in range(120000):
        result = b"".join(parts)
    print(len(result))


main()
