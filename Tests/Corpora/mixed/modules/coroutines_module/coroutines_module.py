# Asynchronous things that another version's program awaits.
class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def double(x):
    return 2 * await Suspend(x)


async def numbers(n):
    try:
        for i in range(n):
            got = await Suspend(("number", i))
            yield i, got
    finally:
        print("numbers end")


class Manager:
    async def __aenter__(self):
        print("enter", await Suspend("entering"))
        return self

    async def __aexit__(self, kind, value, traceback):
        print("exit", kind and kind.__name__, await Suspend("leaving"))
        return kind is KeyError


async def collect(source):
    return [item async for item in source]


async def wraps(awaitable):
    try:
        return "wrapped", await awaitable
    except ValueError as error:
        return "failed", repr(error)


def run(coroutine):
    steps = []
    value = None
    try:
        while True:
            steps.append(coroutine.send(value))
            value = len(steps)
    except StopIteration as stop:
        return stop.value, steps
