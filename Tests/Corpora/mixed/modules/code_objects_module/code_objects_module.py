# Functions whose code goes into those of another version.
def add(a, b=10):
    return a + b


def generator(n):
    for i in range(n):
        yield i * factor


def closure():
    x = "module cell"

    def read():
        return x, factor
    return read


def raises():
    try:
        raise ValueError(factor)
    finally:
        log.append("finally")


factor = 2
log = []
