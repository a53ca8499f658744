# versions: 3.13
"""Joining ten thousand strings."""


def main():
    parts = [str(k) for k in range(10000)]
    for i in range(1000):
        result = "".join(parts)
    print(len(result))


main()
