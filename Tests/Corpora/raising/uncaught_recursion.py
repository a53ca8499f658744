# A traceback in which one frame repeats many times.
def down(n):
    if n == 0:
        raise RuntimeError("at the bottom")
    down(n - 1)


def even(n):
    odd(n - 1)


def odd(n):
    if n < 0:
        down(10)
    even(n - 1)


even(3)
