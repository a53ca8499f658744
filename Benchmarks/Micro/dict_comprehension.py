# versions: 3.13
"""Making a dict by a comprehension."""


def main():
    keys = list(range(100))
    for i in range(30000):
        d = {k: i for k in keys}
    print(len(d))


main()
