# versions: 3.13
"""Making a dict from keys."""


def main():
    keys = [str(k) for k in range(100)]
    for i in range(60000):
        d = dict.fromkeys(keys, 0)
    print(len(d))


main()
