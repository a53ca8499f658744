# versions: 3.13
"""Merging dicts by ** in a display."""


def main():
    a = {str(k): k for k in range(20)}
    c = {"x%d" % k: k for k in range(20)}
    for i in range(200000):
        d = {**a, **c}
    print(len(d))


main()
