# versions: 3.13
"""Decoding other text from UTF-8."""


def main():
    data = ("Grüße aus Köln, \u20ac 5 \u4e2d\u6587 " * 10).encode()
    for i in range(150000):
        result = data.decode("utf-8")
    print(len(result))


main()
