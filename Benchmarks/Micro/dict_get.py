# versions: 3.13
"""Looking up keys by get."""


def main():
    d = {str(k): k for k in range(100)}
    for i in range(2500000):
        result = d.get("50", 0)
        result = d.get("x", 0)
    print(result)


main()
