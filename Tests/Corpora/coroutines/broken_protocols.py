"""Asynchronous iteration, star imports and type parameters with objects that do not keep to their protocols."""
import sys


def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except BaseException as e:
        print(type(e).__name__, e, "| cause:", repr(e.__cause__))


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


class Losing:
    def __aiter__(self):
        return self

    async def __anext__(self):
        del Losing.__anext__
        return 1


class Iterator:
    def __init__(self, next_result):
        self.next_result = next_result

    def __aiter__(self):
        return self

    def __anext__(self):
        if isinstance(self.next_result, BaseException):
            raise self.next_result
        return self.next_result


class Iterable:
    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        if isinstance(self.iterator, BaseException):
            raise self.iterator
        return self.iterator


class Awaitable:
    def __init__(self, result):
        self.result = result

    def __await__(self):
        if isinstance(self.result, BaseException):
            raise self.result
        return self.result


async def loop(iterable):
    async for item in iterable:
        print("item", item)


async def comprehension(iterable):
    return [item async for item in iterable]


async def wait_for(value):
    return await value


async def enter(manager):
    async with manager:
        print("entered")


attempt(lambda: run(loop(Losing())))
for iterable in [5, None, [1], Iterable(5), Iterable(iter([1])), Iterable(ValueError("aiter")), Iterator(5), Iterator(ValueError("anext")), Iterator(StopAsyncIteration()), Iterator(iter([1])),
                 Iterator(Awaitable(5)), Iterator(Awaitable(ValueError("await")))]:
    attempt(lambda: run(loop(iterable)))
    attempt(lambda: run(comprehension(iterable)))
for value in [5, None, iter([1]), Awaitable(5), Awaitable(None), Awaitable(iter([])), Awaitable(ValueError("await")), Awaitable([1])]:
    attempt(lambda: run(wait_for(value)))


async def nothing():
    return 7


once = nothing()
attempt(lambda: run(wait_for(once)))
attempt(lambda: run(wait_for(once)))
inner = nothing()
attempt(lambda: run(wait_for(Awaitable(inner))))
inner.close()


class Manager:
    def __init__(self, enter, leave):
        self.results = enter, leave

    def __aenter__(self):
        return self.results[0]

    def __aexit__(self, *arguments):
        return self.results[1]


class EnterOnly:
    def __aenter__(self):
        return 5


class ExitOnly:
    def __aexit__(self, *arguments):
        return 5


class Plain:
    def __enter__(self):
        return 5

    def __exit__(self, *arguments):
        return 5


for manager in [5, EnterOnly(), ExitOnly(), Plain(), Manager(5, 5), Manager(Awaitable(iter([])), 5), Manager(Awaitable(iter([])), Awaitable(iter([])))]:
    attempt(lambda: run(enter(manager)))


def plain_with(manager):
    with manager:
        print("entered")


for manager in [5, None, EnterOnly(), Manager(1, 1), Plain(), Plain]:
    attempt(plain_with, manager)

# generators


def generator():
    yield 1


def running():
    yield next(current)


current = running()
attempt(lambda: next(current))
g = generator()
attempt(g.send, 5)
attempt(g.throw, 5)
attempt(g.throw, ValueError, ValueError(1), 5)
attempt(g.throw, ValueError(1), 5)
attempt(g.throw, int)
attempt(g.throw)
attempt(g.throw, ValueError, "value")
attempt(g.throw, ValueError, None, None)
attempt(next, g)


def ignores_exit():
    for _ in "abc":
        try:
            yield 1
        except GeneratorExit:
            pass


stubborn = ignores_exit()
next(stubborn)
attempt(stubborn.close)
attempt(lambda: stubborn.throw(GeneratorExit))
attempt(lambda: stubborn.throw(GeneratorExit))


def stops():
    raise StopIteration(5)
    yield


attempt(lambda: next(stops()))
attempt(lambda: list(stops()))


async def stops_async():
    raise StopAsyncIteration(5)
    yield


async def stops_coroutine():
    raise StopIteration(5)


attempt(lambda: run(stops_async().__anext__()))
attempt(lambda: run(stops_coroutine()))
c = stops_coroutine()
attempt(lambda: c.send(5))
c.close()
attempt(lambda: c.send(None))
attempt(lambda: iter(c))
attempt(lambda: next(c))


def delegates(to):
    result = yield from to
    return result


class NoSend:
    def __iter__(self):
        return self

    def __next__(self):
        return 1


class WithAttributes(NoSend):
    def __getattr__(self, name):
        raise ValueError("attribute " + name)

    def __repr__(self):
        return "WithAttributes()"


class CloseRaises(NoSend):
    def close(self):
        raise KeyError("close")


for to in [5, None, c, NoSend(), WithAttributes(), CloseRaises()]:
    d = delegates(to)
    attempt(next, d)
    attempt(d.send, 5)
    attempt(d.close)
    d = delegates(to)
    attempt(next, d)
    attempt(d.throw, ValueError("thrown"))
    attempt(d.close)
