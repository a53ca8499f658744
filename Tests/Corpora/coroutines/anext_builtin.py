# The builtin functions aiter and anext.
# versions: 3.10-
def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


def attempt(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def with_anext():
    it = aiter(Countdown(2))
    return await anext(it), await anext(it), await anext(it, "default")


async def anext_stop():
    await anext(Countdown(0))


async def numbers(n):
    for i in range(n):
        yield i


async def of_generator():
    it = aiter(numbers(2))
    return it is aiter(it), await anext(it), await anext(it, "unused"), await anext(it, "over")


class BadIterator:
    def __aiter__(self):
        return 5


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


print(run(with_anext()), run(of_generator()))
attempt(lambda: run(anext_stop()))
attempt(lambda: aiter(5))
attempt(lambda: aiter(BadIterator()))
attempt(lambda: anext(5))


async def bad_next(*default):
    return await anext(BadNext(), *default)


attempt(lambda: run(bad_next()))
attempt(lambda: run(bad_next("default")))
