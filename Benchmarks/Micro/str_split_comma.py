# versions: 3.13
"""Splitting at commas."""


def main():
    line = ",".join(str(k) for k in range(100))
    for i in range(50000):
        result = line.split(",")
    print(len(result))


main()
