# versions: 3.13
"""Inserting at the front."""


def main():
    for i in range(10000):
        out = []
        for k in range(200):
            out.insert(0, k)
    print(len(out))


main()
