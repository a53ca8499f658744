# Functions with cells for another version's program.
def counter(start=0):
    count = start

    def bump(by=1):
        nonlocal count
        count += by
        return count

    def read():
        return count
    return bump, read


def compose(*functions):
    def composed(x):
        for f in functions:
            x = f(x)
        return x
    return composed


def memo(f):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper


def apply(f, *args):
    return f(*args)


def later():
    def read():
        return value
    yield read
    value = "set"
    yield read
