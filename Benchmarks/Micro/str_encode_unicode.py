# versions: 3.13
"""Encoding other text as UTF-8."""


def main():
    line = "Grüße aus Köln, \u20ac 5 \u4e2d\u6587 " * 10
    for i in range(250000):
        result = line.encode("utf-8")
    print(len(result))


main()
