"""What the tests of the library product call."""
import sys

counter = 0
swallowed = 0


def echo(value):
    return value


def describe(value):
    return type(value).__name__ + " " + repr(value)


def add(a, b=10, *, scale=1):
    return (a + b) * scale


def fail(message):
    raise ValueError(message)


def leave(status):
    sys.exit(status)


def count():
    global counter
    counter += 1
    return counter


def loop():
    while True:
        pass


def stubborn():
    """Catches whatever ends it."""
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
        finally:
            continue


def swallow_memory():
    global swallowed
    while True:
        try:
            "a" * 10 ** 12
        except MemoryError:
            swallowed += 1


def grow():
    items = []
    while True:
        items.append("x" * 1000)


def power():
    return 10 ** 10 ** 9


def recurse():
    return recurse()


def apply(function, *args, **keywords):
    return function(*args, **keywords)


def guarded(function):
    try:
        return function()
    except Exception as error:
        return type(error).__name__ + ": " + str(error)


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


def cycle():
    value = []
    value.append(value)
    return value


def lone_surrogate():
    return "a\ud800"


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposits are positive")
        self.balance += amount
        return self.balance


def write(text):
    print(text)
    print("error: " + text, file=sys.stderr)
