# Asynchronous comprehensions in comprehensions of other kinds.
# versions: 3.11-
class Yield:
    def __await__(self):
        return (yield "suspended")


def run(coroutine):
    count = 0
    try:
        while True:
            coroutine.send(count or None)
            count += 1
    except StopIteration as stop:
        return stop.value, count


async def numbers(n):
    for i in range(n):
        await Yield()
        yield i


async def nested():
    return [[i + j async for i in numbers(2)] for j in range(2)]


async def sets_and_dicts():
    return [{i async for i in numbers(j)} for j in range(3)], {j: [i async for i in numbers(j)] for j in range(3)}


async def awaits():
    return [[await Yield() for _ in range(2)] for _ in range(2)]


async def generator_of_lists():
    made = ([i async for i in numbers(j)] for j in range(2))
    return [x async for x in made]


async def conditions():
    return [[i async for i in numbers(4) if i % 2] for _ in "ab" if await Yield() is not None]


for function in (nested, sets_and_dicts, awaits, generator_of_lists, conditions):
    print(function.__name__, run(function()))
