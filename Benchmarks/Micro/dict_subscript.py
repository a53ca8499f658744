# versions: 3.13
"""Looking up keys by subscript."""


def main():
    d = {k: k for k in range(100)}
    for i in range(4000000):
        result = d[i % 100]
    print(result)


main()
