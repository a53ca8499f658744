# versions: 3.13
"""Going through the items of a dict."""


def main():
    a = {k: k for k in range(100)}
    result = 0
    for i in range(30000):
        for k, v in a.items():
            result += v
    print(result)


main()
