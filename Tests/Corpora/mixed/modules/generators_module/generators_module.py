# Generators that another version's program drives.
def count(n):
    for i in range(n):
        yield i
    return "counted"


def echo():
    got = []
    try:
        while True:
            got.append((yield got[-1] if got else "ready"))
    except ValueError as error:
        got.append(repr(error))
        yield got


def delegate(inner):
    result = yield from inner
    yield "result", result


def stops():
    yield 1
    raise StopIteration("inside")


def consume(source):
    return [item for item in source]


def drive(generator, *values):
    out = [next(generator)]
    for value in values:
        out.append(generator.throw(value) if isinstance(value, Exception) else generator.send(value))
    return out
