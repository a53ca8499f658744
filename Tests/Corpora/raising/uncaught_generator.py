# An uncaught exception from a generator that another one delegates to.
def inner(n):
    for i in range(n):
        yield i
    raise ValueError("inner is empty")


def outer():
    try:
        yield from inner(2)
    finally:
        print("outer ends")


def consume(source):
    return sum(source)


print("before")
consume(outer())
