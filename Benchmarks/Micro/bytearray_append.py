# versions: 3.13
"""Appending to a bytearray."""


def main():
    for i in range(15000):
        out = bytearray()
        for k in range(256):
            out.append(k)
    print(len(out))


main()
