# A traceback through many kinds of code: module, class body, lambda, comprehension, generator, coroutine, method, decorator.
def decorator(function):
    def wrapper(*args):
        return function(*args)
    return wrapper


@decorator
def last(n):
    assert n, f"n is {n}"


async def coroutine(n):
    await inner(n)


async def inner(n):
    last(n)


def drive(c):
    c.send(None)


def generator():
    yield from (drive(coroutine(n)) for n in [0])


class Property:
    @property
    def value(self):
        return [x for x in generator()]

    @classmethod
    def make(cls):
        return (lambda: cls().value)()

    def __getitem__(self, key):
        return {key: Property.make() for key in [key]}

    def __add__(self, other):
        return self[other]


def build():
    class Body:
        attribute = Property() + 1

    return Body


build()
