# versions: 3.13
"""Appending to a list."""


def main():
    for i in range(6000):
        out = []
        for k in range(1000):
            out.append(k)
    print(len(out))


main()
