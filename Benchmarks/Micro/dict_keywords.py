# versions: 3.13
"""Making a dict by keywords."""


def main():
    for i in range(1500000):
        d = dict(a=1, b=2, c=i)
    print(len(d))


main()
