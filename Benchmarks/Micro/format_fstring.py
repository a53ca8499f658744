# versions: 3.13
"""An f-string without specs."""


def main():
    name = "x"
    for i in range(1500000):
        result = f"{name} is {i}"
    print(result)


main()
