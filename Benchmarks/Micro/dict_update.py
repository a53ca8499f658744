# versions: 3.13
"""Updating a dict by another."""


def main():
    a = {k: k for k in range(100)}
    d = {}
    for i in range(60000):
        d.update(a)
    print(len(d))


main()
