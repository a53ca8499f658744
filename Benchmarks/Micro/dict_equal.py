# versions: 3.13
"""Comparing dicts."""


def main():
    a = {k: str(k) for k in range(50)}
    c = dict(a)
    for i in range(120000):
        result = a == c
    print(result)


main()
