"""Rare errors of calls, generators, modules and super."""
import functools
import sys
import types


def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except BaseException as e:
        print(type(e).__name__, e)


def function(a=1, **keywords):
    return keywords


class Init:
    def __init__(self, **keywords):
        pass


attempt(lambda: function(**{5: 1}))
attempt(lambda: functools.partial(function)(**{5: 1}))
attempt(lambda: Init(**{5: 1}))
attempt(lambda: type.__call__(Init, **{5: 1}))
attempt(lambda: dict(**{5: 1}))
attempt(lambda: print(**{5: 1}))
attempt(lambda: sorted([], **{5: 1}))
attempt(lambda: types.SimpleNamespace(**{5: 1}))


def deeper(n):
    yield from deeper(n + 1)


def deeper_list(n):
    yield list(deeper_list(n + 1))


async def deeper_await(n):
    await deeper_await(n + 1)


def recursive(n):
    return recursive(n + 1)


class Repeating:
    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __len__(self):
        return len(self)


def error_name(action):
    try:
        action()
    except RecursionError as e:
        return type(e).__name__


print(error_name(lambda: next(deeper(0))))
print(error_name(lambda: next(deeper_list(0))))
print(error_name(lambda: deeper_await(0).send(None)))
print(error_name(lambda: recursive(0)))
print(error_name(lambda: repr(Repeating())))
print(error_name(lambda: Repeating() == 1))
print(error_name(lambda: Repeating().x))
print(error_name(lambda: len(Repeating())))


def own_throw():
    try:
        me.throw(ValueError("thrown into itself"))
    except ValueError as e:
        print("caught", e)
    try:
        me.close()
    except ValueError as e:
        print("caught", e)
    try:
        me.send(1)
    except ValueError as e:
        print("caught", e)
    yield 1


me = own_throw()
attempt(next, me)


async def nothing():
    return 1


c = nothing()
attempt(c.send, None)
attempt(c.send, None)
attempt(c.throw, ValueError("thrown"))
attempt(c.close)
g = own_throw()
g.close()
attempt(g.throw, ValueError("thrown"))
attempt(next, g)


class Waiting:
    def __init__(self, error=None):
        self.error = error

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return "waiting"

    def close(self):
        if self.error:
            raise self.error
        print("closed")


async def agenerator(waiting):
    try:
        await waiting
    finally:
        print("finally")
    yield 1


a = agenerator(Waiting())
step = a.__anext__()
attempt(step.send, None)
attempt(step.throw, GeneratorExit())
events = []


class Noted(Waiting):
    def close(self):
        events.append("closed")


async def noted(waiting):
    try:
        await waiting
    finally:
        events.append("finally")
    yield 1


b = noted(Noted())
step = b.asend(None)
attempt(step.send, None)
attempt(step.close)
print(events)
attempt(step.send, None)
attempt(b.aclose().send, None)
a = agenerator(Waiting())
step = a.athrow(GeneratorExit())
attempt(step.send, None)
attempt(a.aclose().send, None)

module = types.ModuleType("named")
attempt(lambda: module.missing)
module.__name__ = 5
attempt(lambda: module.missing)
del module.__name__
attempt(lambda: module.missing)
module.__getattr__ = lambda name: "hook " + name
attempt(lambda: module.missing)
attempt(lambda: types.ModuleType(5))
attempt(lambda: types.ModuleType())


class Package:
    __name__ = "fake"
    __path__ = []
    __spec__ = None


sys.modules["fake"] = Package()
attempt(lambda: __import__("fake", {}, {}, (5,)))
attempt(lambda: __import__("fake", {}, {}, ("missing",)).__name__)
attempt(lambda: __import__("fake", {}, {}, ("*",)).__name__)
attempt(lambda: __import__("fake.missing", {}, {}, ()))


class Replaced:
    def replace(self):
        nonlocal_class = 5

        def inner(self):
            nonlocal nonlocal_class
            return nonlocal_class
        return inner(self)

    def set_class(self):
        nonlocal __class__
        __class__ = 5
        try:
            return super()
        finally:
            __class__ = Replaced

    def delete_class(self):
        nonlocal __class__
        del __class__
        try:
            return super()
        finally:
            __class__ = Replaced


attempt(Replaced().set_class)
attempt(Replaced().delete_class)
attempt(lambda: (1e300 + 1e300j) ** 2.5)
attempt(lambda: (1e300 + 1e300j) ** (2 + 1j))
attempt(lambda: (1e300 + 1e300j) ** 200)


class KeysRaise:
    def keys(self):
        return Raising()


class Raising:
    def __iter__(self):
        raise ValueError("in __iter__ of keys")


class Nothing:
    def __iter__(self):
        raise TypeError("type error in __iter__ of keys")


class KeysRaise2:
    def keys(self):
        return Nothing()


for mapping in [KeysRaise(), KeysRaise2()]:
    attempt(lambda: {**mapping})
    attempt(lambda: function(**mapping))
    attempt(lambda: dict(mapping))
attempt(lambda: OSError(1, "a", "b", 2, "c", "d"))
attempt(lambda: repr(OSError(1, "a")))
attempt(lambda: repr(OSError(2, "a", "f")))
attempt(lambda: repr(FileNotFoundError(1, "a")))


def catching():
    try:
        yield 1
    except ValueError as e:
        return "returned after " + str(e)


def delegating():
    result = yield from catching()
    yield result


class ThrowStops(Waiting):
    def throw(self, *arguments):
        raise StopIteration("stopped by throw")


class WaitsFor:
    def __init__(self, waiting):
        self.waiting = waiting

    def __await__(self):
        return self.waiting


def delegating_to(iterator):
    result = yield from iterator
    yield result


for make in [delegating, lambda: delegating_to(ThrowStops()), lambda: delegating_to(Waiting())]:
    outer = make()
    attempt(next, outer)
    attempt(outer.throw, ValueError("thrown"))


async def awaits(waiting):
    return await waiting


async def inner():
    try:
        await WaitsFor(Waiting())
    except ValueError as e:
        return "returned after " + str(e)


outer = awaits(inner())
attempt(outer.send, None)
attempt(outer.throw, ValueError("thrown"))


started = catching()
next(started)
attempt(started.throw, KeyError, (1, 2))


def generator_depth(n):
    yield
    for _ in generator_depth(n + 1):
        yield


def plain_depth(n):
    for item in generator_depth(n):
        pass


print(error_name(lambda: plain_depth(0)))


def send_depth(n):
    def g():
        yield send_depth(n + 1)
    return g().send(None)


print(error_name(lambda: send_depth(0)))


class IndexedBadly:
    def __getitem__(self, index):
        raise KeyError(index)


class Module:
    __spec__ = None
    __all__ = IndexedBadly()


sys.modules["fake"] = Module
try:
    from fake import *
except KeyError as e:
    print("KeyError", e)

attempt(lambda: (5).to_bytes(2, "big", True))
attempt(lambda: (5).to_bytes(2, "big", True, 4))
attempt(lambda: print(5, 6, 7, sep=5))
attempt(lambda: print(5, end=5))
attempt(lambda: print(5, file=5))
