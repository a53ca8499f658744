# versions: 3.13
"""Popping the last item."""


def main():
    for i in range(5000):
        out = list(range(1000))
        while out:
            out.pop()
    print(len(out))


main()
