# What yield from and await refuse, generators that end in tracebacks, and attributes of generators.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


async def coroutine():
    return 1


def from_coroutine():
    c = coroutine()
    try:
        yield from c
    finally:
        c.close()


async def async_generator():
    yield 1


def from_async_generator():
    yield from async_generator()


attempt(lambda: list(from_coroutine()))
attempt(lambda: list(from_async_generator()))
attempt(lambda: list(async_generator()))
attempt(lambda: [*async_generator()])


def simple():
    """Docstring of a generator."""
    x = yield 1
    return x


g = simple()
attempt(lambda: setattr(g, "gi_frame", 1))
attempt(lambda: setattr(g, "__name__", 5))
g.__name__ = "renamed"
g.__qualname__ = "also.renamed"
print(g.__name__, g.__qualname__, g.gi_code.co_name, iter(g) is g)
attempt(lambda: g.send())
attempt(lambda: g.send(1, 2))
attempt(lambda: g.throw())
attempt(lambda: len(g))
attempt(lambda: g[0])
attempt(lambda: g())
print(next(g), g.gi_frame.f_lineno, g.gi_frame.f_locals)
attempt(lambda: g.send(5))


def handles_throw():
    result = "nothing"
    while True:
        try:
            result = yield result
        except (ValueError, KeyError) as error:
            result = type(error).__name__


h = handles_throw()
print(next(h), h.throw(ValueError), h.throw(KeyError("k")), h.send("sent"))
attempt(lambda: h.throw(OSError("not handled")))
attempt(lambda: next(h))


def chained_context():
    try:
        yield 1
    except ValueError:
        raise KeyError("while handling")


c = chained_context()
next(c)
try:
    c.throw(ValueError("thrown"))
except KeyError as error:
    print(repr(error), repr(error.__context__))


def infinite():
    n = 0
    while True:
        n += 1
        yield n


total = 0
for n in infinite():
    if n > 10:
        break
    total += n
print(total)


def yields_in_finally():
    try:
        yield "body"
    finally:
        yield "finally"
        print("resumed in finally")


y = yields_in_finally()
print(next(y), next(y), next(y, "done"))


def yields_in_except():
    try:
        raise ValueError("v")
    except ValueError as error:
        yield str(error)
        try:
            raise
        except ValueError as again:
            yield again is error


print(list(yields_in_except()))


def star_arguments(*args, **kwargs):
    yield args
    yield kwargs


print(list(star_arguments(1, 2, k=3)))
attempt(lambda: star_arguments(1, x=2).throw(5))


def deep_traceback():
    def third():
        yield 1 / 0

    def second():
        yield from third()

    def first():
        yield from second()
    try:
        list(first())
    except ZeroDivisionError as error:
        names, tb = [], error.__traceback__
        while tb:
            names.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        return names


print(deep_traceback())
