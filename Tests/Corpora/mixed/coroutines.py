# Coroutines, asynchronous generators and managers of a module and of a program that await each other.
# module-versions: coroutines_module all
import coroutines_module as m


class Own:
    def __aiter__(self):
        self.n = 0
        return self

    async def __anext__(self):
        self.n += 1
        if self.n > 2:
            raise StopAsyncIteration
        return await m.double(self.n)


async def own(x):
    return await m.double(x) + await m.double(x + 1)


async def fails():
    await m.Suspend("before")
    raise ValueError("failed")


async def generator():
    async for item in m.numbers(2):
        yield item
    yield await m.double(5)


async def loops():
    result = []
    async for item in Own():
        result.append(item)
    else:
        result.append("else")
    return result, [x async for x in generator()], {k: v async for k, v in m.numbers(1)}


async def managers(kind):
    async with m.Manager() as a, m.Manager():
        if kind:
            raise kind("inside")
        return type(a).__name__
    return "suppressed"


for run in (m.run, lambda c: m.run(m.wraps(c))):
    print(run(own(1)))
    print(run(m.collect(Own())))
    print(run(m.collect(generator())))
    print(run(loops()))
    print(run(managers(None)))
    print(run(managers(KeyError)))
print(m.run(m.wraps(fails())), m.run(m.wraps(managers(ValueError))))


async def early():
    source = m.numbers(5)
    async for item in source:
        break
    await source.aclose()
    return item


print(m.run(early()))
try:
    m.run(fails())
except ValueError as error:
    print(repr(error))
c = m.double(1)
c.send(None)
try:
    c.throw(OSError("thrown"))
except OSError as error:
    print(repr(error))
