# Asynchronous context managers: async with, suppression, errors, nesting.
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


class Manager:
    def __init__(self, name, suppress=False):
        self.name, self.suppress = name, suppress

    async def __aenter__(self):
        await Suspend("enter " + self.name)
        return self

    async def __aexit__(self, kind, value, traceback):
        await Suspend("exit " + self.name)
        print("exit", self.name, kind.__name__ if kind else None, value, traceback is not None)
        return self.suppress


async def plain():
    async with Manager("a") as a, Manager("b"):
        return a.name


async def suppressed():
    async with Manager("s", suppress=True):
        raise ValueError("suppressed")
    return "went on"


async def propagated():
    async with Manager("outer"):
        async with Manager("inner"):
            raise KeyError("out")


async def from_loop():
    out = []
    for i in range(3):
        async with Manager(str(i)):
            if i == 0:
                continue
            out.append(i)
            break
    return out


print(run(plain()), run(suppressed()), run(from_loop()))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, repr(error.__context__))


attempt(lambda: run(propagated()))


class NoEnter:
    async def __aexit__(self, *args):
        pass


class NoExit:
    async def __aenter__(self):
        pass


class Synchronous:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        pass


class NotAwaitableEnter(NoEnter):
    def __aenter__(self):
        return 5


class NotAwaitableExit(NoExit):
    def __aexit__(self, *args):
        return 5


class RaisingExit(NoExit):
    async def __aexit__(self, *args):
        raise OSError("exit failed")


async def use(manager, fail=False):
    async with manager:
        if fail:
            raise ValueError("body failed")
        return "body"


for manager in (NoEnter(), NoExit(), Synchronous(), 5, NotAwaitableEnter(), NotAwaitableExit(), RaisingExit()):
    attempt(lambda: run(use(manager)))
attempt(lambda: run(use(NotAwaitableExit(), fail=True)))
attempt(lambda: run(use(RaisingExit(), fail=True)))


async def sync_with_of_async():
    with Manager("m"):
        pass


attempt(lambda: run(sync_with_of_async()))


async def closed_inside():
    async with Manager("closed"):
        await Suspend("body")


async def in_generator():
    async with Manager("g"):
        yield 1
        yield 2


async def use_generator():
    async for item in in_generator():
        print("item", item)


print(run(use_generator()))


async def finally_await():
    try:
        await Suspend("try")
        return "value"
    finally:
        await Suspend("finally")


print(run(finally_await()))
c = closed_inside()
print(c.send(None), c.send(None))
try:
    c.throw(ValueError("thrown at the await"))
except ValueError as error:
    print("never", error)
except StopIteration:
    print("never")
else:
    print("suspended in exit")
try:
    c.send(None)
except ValueError as error:
    print("after exit", error)
