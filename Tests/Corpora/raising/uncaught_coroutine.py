# An uncaught exception through coroutines and an asynchronous generator.
async def numbers():
    yield 1
    raise KeyError("no more numbers")


async def total():
    return sum([number async for number in numbers()])


async def main():
    try:
        await total()
    finally:
        print("main ends")


try:
    main().send(None)
except StopIteration:
    print("never")
