# Asynchronous iteration: async for, async generators, asynchronous comprehensions.
class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def run(coroutine):
    trace = []
    try:
        while True:
            trace.append(coroutine.send(None))
    except StopIteration as stop:
        return trace, stop.value


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await Suspend(f"tick {self.n}")
        return self.n


async def loop():
    out = []
    async for item in Countdown(3):
        out.append(item)
    else:
        out.append("else")
    return out


async def loop_break():
    async for item in Countdown(5):
        if item == 4:
            continue
        if item == 2:
            break
    else:
        return "never"
    return item


print(run(loop()), run(loop_break()))


async def numbers(n):
    print("generator starts")
    try:
        for i in range(n):
            received = yield i
            if received:
                print("received", received)
            await Suspend(f"after {i}")
    except ValueError as error:
        print("caught", error)
        yield "recovered"
    finally:
        await Suspend("in finally")
        print("generator finally")


async def use():
    return [i async for i in numbers(2)], {i async for i in numbers(1)}, {i: i * i async for i in numbers(2)}, [i async for i in numbers(4) if i % 2]


print(run(use()))


async def drive():
    g = numbers(3)
    print(type(g).__name__, await g.__anext__(), await g.asend("hello"))
    print(await g.athrow(ValueError("thrown in")))
    try:
        await g.__anext__()
    except StopAsyncIteration as stop:
        print("end", repr(stop))
    closed = numbers(3)
    await closed.__anext__()
    await closed.aclose()
    try:
        await closed.__anext__()
    except StopAsyncIteration:
        print("closed")
    unstarted = numbers(1)
    await unstarted.aclose()
    return "done"


print(run(drive()))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__))


async def over(thing):
    async for item in thing:
        print("item", item)


class NoAnext:
    def __aiter__(self):
        return 5


class BadAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class RaisingAiter:
    def __aiter__(self):
        raise KeyError("in aiter")


class RaisingAnext(BadAnext):
    async def __anext__(self):
        raise KeyError("in anext")


class AwaitableAiter:
    async def __aiter__(self):
        return self


for thing in (5, [1], NoAnext(), BadAnext(), RaisingAiter(), RaisingAnext()):
    attempt(lambda: run(over(thing)))


async def raises_stop_iteration():
    yield 1
    raise StopIteration("bad")


async def raises_stop_async():
    yield 1
    raise StopAsyncIteration("bad")


attempt(lambda: run(over(raises_stop_iteration())))
attempt(lambda: run(over(raises_stop_async())))


async def send_early():
    g = numbers(1)
    try:
        await g.asend("early")
    finally:
        await g.aclose()


attempt(lambda: run(send_early()))


async def ignores_exit():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def close_refused():
    g = ignores_exit()
    await g.__anext__()
    await g.aclose()


attempt(lambda: run(close_refused()))


async def generator_expression():
    g = (i * 2 async for i in numbers(3) if i != 1)
    return type(g).__name__, [i async for i in g]


print(run(generator_expression()))


async def nested():
    return [[j async for j in numbers(i)] async for i in numbers(3)], [(i, j) async for i in numbers(2) for j in range(2)], [j for i in range(2) async for j in numbers(i)]


print(run(nested()))
async def slow():
    await Suspend("slow start")
    yield 1


def concurrent():
    g = slow()
    first = g.__anext__()
    print(first.send(None))
    second = g.__anext__()
    try:
        second.send(None)
    except RuntimeError as error:
        print(error)
    first.close()
    return "closed"


attempt(concurrent)
