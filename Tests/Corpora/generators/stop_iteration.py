# StopIteration inside of generators becomes RuntimeError (PEP 479); outside of them it does not.
def attempt(action):
    try:
        print(action.__name__, action())
    except BaseException as error:
        print(action.__name__, repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__)


def raises():
    yield 1
    raise StopIteration("from generator")


def inner_next():
    yield next(iter([]))


def returned():
    yield 1
    return "value"


def catches_own():
    try:
        raise StopIteration("caught")
    except StopIteration as stop:
        yield stop.value


def in_finally():
    try:
        yield 1
    finally:
        raise StopIteration("in finally")


def whole_list():
    return list(raises())


def by_next():
    return next(inner_next())


def expression():
    return list(next(iter([])) for _ in range(3))


def comprehension():
    return [next(iter([])) for _ in range(3)]


def plain_function():
    next(iter([]))


def lambda_in_map():
    return list(map(lambda x: next(iter([])), [1, 2]))


def value_of_return():
    g = returned()
    next(g)
    try:
        next(g)
    except StopIteration as stop:
        return stop.value, stop.args


def again_after_error():
    g = raises()
    next(g)
    try:
        next(g)
    except RuntimeError as error:
        return repr(error), list(g)


def thrown_in():
    g = returned()
    next(g)
    return g.throw(StopIteration("thrown"))


def thrown_before_start():
    return returned().throw(StopIteration("early"))


def closed_in_finally():
    g = in_finally()
    next(g)
    g.close()


def delegated():
    def outer():
        yield from raises()
    return list(outer())


def delegated_to_iterator():
    class Iterator:
        def __iter__(self):
            return self

        def __next__(self):
            raise StopIteration("result")

    def outer():
        result = yield from Iterator()
        yield result
    return list(outer())


async def coroutine():
    raise StopIteration("in coroutine")


async def async_generator():
    yield 1
    raise StopAsyncIteration("in async generator")


async def async_generator_stop():
    raise StopIteration("plain stop in async generator")
    yield


def drive(awaitable):
    try:
        while True:
            awaitable.send(None)
    except StopIteration as stop:
        return stop.value


def of_coroutine():
    return drive(coroutine())


async def collect(source):
    return [item async for item in source]


def of_async_generator():
    return drive(collect(async_generator()))


def of_async_generator_stop():
    return drive(collect(async_generator_stop()))


for action in (whole_list, by_next, expression, comprehension, plain_function, lambda_in_map, value_of_return, again_after_error, thrown_in, thrown_before_start,
               closed_in_finally, delegated, delegated_to_iterator, of_coroutine, of_async_generator, of_async_generator_stop):
    attempt(action)
