# versions: 3.13
"""Finding bytes."""


def main():
    data = bytes(range(256)) * 20 + b"needle"
    for i in range(60000):
        result = data.find(b"needle")
    print(result)


main()
