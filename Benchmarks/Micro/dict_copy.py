# versions: 3.13
"""Copying a dict."""


def main():
    a = {k: k for k in range(100)}
    for i in range(150000):
        d = a.copy()
    print(len(d))


main()
