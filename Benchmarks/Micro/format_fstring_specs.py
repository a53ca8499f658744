# versions: 3.13
"""An f-string with specs."""


def main():
    name = "x"
    for i in range(500000):
        result = f"{name:>10} is {i:5d} of {2.5:5.2f}"
    print(result)


main()
