# yield from: to generators, iterators and objects with send/throw; errors; return values.
def inner():
    try:
        received = yield "first"
        print("inner got", received)
        yield "second"
    except ValueError as error:
        print("inner caught", error)
        yield "recovered"
    finally:
        print("inner finally")
    return "inner result"


def outer():
    result = yield from inner()
    print("outer has", result)
    yield "outer yields"
    return result


o = outer()
print(next(o), o.send("sent"), next(o), list(o))
o = outer()
next(o)
print(o.throw(ValueError("thrown")), o.gi_yieldfrom.__name__)
o.close()
o = outer()
next(o)
try:
    o.throw(KeyError("not handled"))
except KeyError as error:
    print("out", error)


class Custom:
    def __iter__(self):
        return self

    def __init__(self):
        self.n = 0

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("custom result")
        return self.n


class Sender(Custom):
    def send(self, value):
        return f"sent {value}"

    def throw(self, error):
        return f"thrown {error!r}"

    def close(self):
        print("closed")


def delegate(iterable):
    result = yield from iterable
    print("result", result)


print(list(delegate(Custom())), list(delegate([1, 2])), list(delegate("ab")), list(delegate({})))
d = delegate(Sender())
print(next(d), d.send("x"), d.throw(ValueError("v")))
d.close()
d = delegate(Custom())
next(d)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: d.send("no send method"))
d = delegate(Custom())
next(d)
attempt(lambda: d.throw(ValueError("no throw method")))
attempt(lambda: list(delegate(5)))
attempt(lambda: list(delegate(None)))


class BadClose(Custom):
    def close(self):
        raise RuntimeError("close failed")


d = delegate(BadClose())
next(d)
attempt(d.close)


class ThrowStops(Custom):
    def throw(self, error):
        raise StopIteration("ended by throw")


d = delegate(ThrowStops())
next(d)
attempt(lambda: d.throw(ValueError))


def chain(*iterables):
    for iterable in iterables:
        yield from iterable


print(list(chain("ab", [1], chain((2,), {3: 4}))))


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4]], 5], [], [[6]]])))


def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(100)))


def returns_immediately():
    return "immediate"
    yield


def uses():
    value = yield from returns_immediately()
    yield value


print(list(uses()))


def throws_inside():
    try:
        yield from inner()
    except KeyError as error:
        yield ("outer caught", str(error))


t = throws_inside()
next(t)
print(t.throw(KeyError("k")), list(t))


def exit_order():
    def level(n):
        try:
            if n:
                yield from level(n - 1)
            else:
                yield "bottom"
        finally:
            print("exit", n)
    return level(3)


e = exit_order()
print(next(e))
e.close()


def throw_generator_exit():
    try:
        yield from inner()
    except GeneratorExit:
        print("outer saw GeneratorExit")
        raise


g = throw_generator_exit()
next(g)
try:
    g.throw(GeneratorExit)
except GeneratorExit:
    print("propagated")
running = None


def reentrant():
    yield from running


running = reentrant()
attempt(lambda: next(running))
