"""Functions, closures, classes, generators, coroutines, comprehensions and type parameters."""
import asyncio
from collections import *


def parameters(a, b=1, /, c=2, *args, d, e=3, **kwargs) -> int:
    nonlocal_value = a

    def inner(x: int = b):
        nonlocal nonlocal_value
        nonlocal_value += x
        return [y for y in range(x) if (lambda: y + a)()]

    return inner


class Base[T: int]:
    "Documented."
    attribute: T = None
    __slots__ = ("one",)

    def method(self):
        super().method(self.attribute, key=__class__)
        del self.attribute
        return f"{self!r:>{10}} {self.one:x} {self}"


class Derived(Base, metaclass=type):
    names = {key: value for key, value in vars(Base).items()}
    squares = {number ** 2 for number in range(3)}


async def coroutine(stream):
    async with stream as opened:
        async for item in opened:
            yield await item
    await asyncio.sleep(0)
    return


async def collect(stream):
    return [item async for item in stream if await item]


def generator(items):
    received = yield
    yield from items
    try:
        yield received
    finally:
        del received


type Alias[*Ts, **P] = tuple[*Ts]


def unset(flag):
    if flag:
        value = 1
    return value
