# Coroutines driven by hand: await, send, throw, close, awaitables of every kind.
class Suspend:
    """Suspends once with a value and gives back what is sent."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def run(coroutine, *answers):
    trace = []
    answers = list(answers)
    try:
        trace.append(coroutine.send(None))
        while True:
            trace.append(coroutine.send(answers.pop(0) if answers else None))
    except StopIteration as stop:
        return trace, stop.value


async def simple():
    return 42


async def waits():
    a = await Suspend("one")
    b = await Suspend("two")
    return a, b


async def nested():
    first = await waits()
    second = await simple()
    return first, second


c = simple()
print(type(c).__name__, c.__name__, c.cr_frame is not None, run(c))
print(run(waits(), 1, 2), run(nested(), "a", "b"))


async def handles():
    try:
        await Suspend("risky")
    except ValueError as error:
        return f"handled {error}"
    finally:
        print("finally")


h = handles()
h.send(None)
try:
    h.throw(ValueError("v"))
except StopIteration as stop:
    print(stop.value)
h = handles()
h.send(None)
h.close()


class IterAwait:
    def __await__(self):
        return iter(["x", "y"])


async def waits_iterator():
    return await IterAwait()


print(run(waits_iterator()))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__))


class NotAwaitable:
    pass


class BadAwait:
    def __await__(self):
        return 5


class CoroutineAwait:
    def __await__(self):
        return simple_again


async def awaits(thing):
    return await thing


for thing in (5, None, NotAwaitable(), BadAwait(), [1], (i for i in ())):
    attempt(lambda: run(awaits(thing)))
simple_again = simple()
attempt(lambda: run(awaits(CoroutineAwait())))
simple_again.close()
done = simple()
run(done)
attempt(lambda: done.send(None))
attempt(lambda: run(awaits(done)))
early = simple()
attempt(lambda: early.send(5))
early.close()
attempt(lambda: run(early))


def iterate(coroutine):
    try:
        for _ in coroutine:
            pass
    finally:
        coroutine.close()


attempt(lambda: iterate(simple()))


async def raises_stop():
    raise StopIteration("bad")


attempt(lambda: run(raises_stop()))


async def stop_async():
    raise StopAsyncIteration("bad async")


attempt(lambda: run(stop_async()))


async def awaited_twice():
    c = waits()

    async def other():
        await c
    o = other()
    o.send(None)
    try:
        await c
    except RuntimeError as error:
        return str(error)
    finally:
        o.close()


print(run(awaited_twice()))


async def gather(*coroutines):
    results = []
    for coroutine in coroutines:
        results.append(await coroutine)
    return results


print(run(gather(simple(), waits(), simple()), "p", "q"))


async def in_expressions():
    return [await simple() for _ in range(2)], {await simple(): 1}, await simple() + await simple(), (await simple(), -(await simple())), f"{await simple()}"


print(run(in_expressions()))


async def comprehension_if():
    return [i for i in range(4) if await awaits(Suspend(i))]


print(run(comprehension_if(), 1, 0, 1, 0))


def close_states():
    c = waits()
    print(c.cr_running, c.cr_await)
    c.send(None)
    print(c.cr_await is not None)
    c.close()
    print(c.cr_frame)


close_states()


async def deep(n):
    return 0 if n == 0 else 1 + await deep(n - 1)


print(run(deep(100)))


async def recursion_error():
    return await recursion_error()


try:
    run(recursion_error())
except RecursionError:
    print("RecursionError")


class Meta(type):
    async def method(cls):
        return cls.__name__


class WithAsync(metaclass=Meta):
    async def method(self):
        return await Suspend("from method"), self.__class__.__name__

    @staticmethod
    async def static():
        return "static"


print(run(WithAsync().method(), "m"), run(WithAsync.static()), run(Meta.method(WithAsync)))
f = lambda: simple()
print(run(f()), simple.__code__.co_flags & 0x80 != 0)
