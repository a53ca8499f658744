# versions: 3.13
"""Decoding ASCII as UTF-8."""


def main():
    data = b"the quick brown fox jumps over the lazy dog" * 10
    for i in range(2000000):
        result = data.decode()
    print(len(result))


main()
