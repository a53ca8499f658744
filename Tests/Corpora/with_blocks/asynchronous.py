# async with and async for: jumps out of them, suppression, nesting, failures.
log = []


class Suspend:
    def __await__(self):
        return (yield)


class Manager:
    def __init__(self, name, suppress=()):
        self.name, self.suppress = name, suppress

    async def __aenter__(self):
        await Suspend()
        log.append("+" + self.name)
        return self.name

    async def __aexit__(self, kind, value, traceback):
        await Suspend()
        log.append("-" + self.name + ("" if kind is None else ":" + kind.__name__))
        return isinstance(value, self.suppress)


async def numbers(n):
    for i in range(n):
        await Suspend()
        yield i
    log.append("numbers end")


async def returns():
    async with Manager("a") as a, Manager("b"):
        return a


async def loop_jumps():
    out = []
    async for i in numbers(5):
        async with Manager(str(i)):
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
    else:
        out.append("else")
    return out


async def loop_else():
    async for i in numbers(2):
        pass
    else:
        return "else", i


async def suppressed():
    async with Manager("outer"):
        async with Manager("inner", ValueError):
            raise ValueError
        return "behind"


async def not_suppressed():
    async with Manager("outer", KeyError), Manager("inner", ValueError):
        raise TypeError("through both")


async def mixed():
    class Plain:
        def __enter__(self):
            log.append("+plain")

        def __exit__(self, *arguments):
            log.append("-plain")
    with Plain():
        async with Manager("async"):
            with Plain():
                return "mixed"


async def in_finally():
    try:
        async with Manager("a"):
            raise ValueError("v")
    except ValueError as error:
        return str(error)
    finally:
        await Suspend()
        async with Manager("finally"):
            log.append("in finally")


async def generator():
    async with Manager("g"):
        yield 1
        async with Manager("h", KeyError):
            yield 2
        yield 3


async def over_generator():
    return [x async for x in generator()]


async def throws():
    g = generator()
    out = [await g.__anext__(), await g.__anext__()]
    out.append(await g.athrow(KeyError("thrown")))
    await g.aclose()
    return out


async def closes():
    g = generator()
    out = [await g.__anext__()]
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        out.append("stopped")
    return out


async def failing_next():
    class Bad:
        def __aiter__(self):
            return self

        async def __anext__(self):
            raise KeyError("next")
    async for _ in Bad():
        pass


async def not_iterable():
    async for _ in [1]:
        pass


async def bad_aiter():
    class Bad:
        def __aiter__(self):
            return 5
    async for _ in Bad():
        pass


async def bad_anext():
    class Bad:
        def __aiter__(self):
            return self

        def __anext__(self):
            return 5
    async for _ in Bad():
        pass


def run(function):
    steps = 0
    coroutine = function()
    try:
        while True:
            coroutine.send(None)
            steps += 1
    except StopIteration as stop:
        print(function.__name__, stop.value, steps, " ".join(log))
    except Exception as error:
        print(function.__name__, repr(error), steps, " ".join(log))
    log.clear()


for function in (returns, loop_jumps, loop_else, suppressed, not_suppressed, mixed, in_finally, over_generator, throws, closes, failing_next, not_iterable, bad_aiter, bad_anext):
    run(function)
