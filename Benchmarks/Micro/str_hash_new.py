# versions: 3.13
"""Hashing strings that were never hashed."""


def main():
    a = "the quick brown fox jumps over the lazy dog"
    for i in range(1500000):
        result = hash(a + "x")
    print(result != 0)


main()
