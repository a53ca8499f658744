# versions: 3.13
"""Bytes to hex and back."""


def main():
    data = bytes(range(64))
    for i in range(250000):
        result = bytes.fromhex(data.hex())
    print(result)


main()
