# versions: 3.13
"""Comparing and hashing tuples."""


def main():
    t, u = (1, "two", 3.0), (1, "two", 3.5)
    for i in range(1500000):
        result = t < u
        hash(t)
    print(result)


main()
