# versions: 3.13
"""Joining four short strings."""


def main():
    parts = ["alpha", "beta", "gamma", "delta"]
    for i in range(1200000):
        result = ", ".join(parts)
    print(result)


main()
