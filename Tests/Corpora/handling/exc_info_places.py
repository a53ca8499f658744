# The handled exception in every place where it changes: generators, nested handlers, loops, functions, exits.
import sys


def now():
    kind, value, traceback = sys.exc_info()
    return repr(value)


def nested():
    out = [now()]
    try:
        raise ValueError(1)
    except ValueError:
        out.append(now())
        try:
            raise KeyError(2)
        except KeyError:
            out.append(now())
        else:
            out.append("never")
        finally:
            out.append(now())
        out.append(now())
    out.append(now())
    return out


def generator():
    yield now()
    try:
        raise KeyError("g")
    except KeyError:
        yield now()
        try:
            yield now()
        finally:
            yield now()
    yield now()


def across_generator():
    g = generator()
    out = [next(g)]
    try:
        raise ValueError("outside")
    except ValueError:
        out.append(next(g))
        out.append(now())
    out.append(next(g))
    try:
        raise TypeError("again")
    except TypeError:
        out += list(g)
    return out


def loops():
    out = []
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError:
            if i == 0:
                continue
            out.append(now())
            if i == 1:
                break
    out.append(now())
    while True:
        try:
            raise KeyError
        except KeyError:
            break
    out.append(now())
    return out


def returns():
    def inner():
        try:
            raise ValueError("inner")
        except ValueError:
            return now()
    return inner(), now()


def in_finally():
    out = []
    try:
        try:
            raise ValueError("f")
        finally:
            out.append(now())
    except ValueError:
        pass
    try:
        pass
    finally:
        out.append(now())
    return out


def in_exit():
    out = []

    class Manager:
        def __enter__(self):
            out.append(now())

        def __exit__(self, *arguments):
            out.append(now())
            return True
    with Manager():
        raise ValueError("w")
    out.append(now())
    with Manager():
        out.append(now())
    return out


def in_called():
    try:
        raise ValueError("caller")
    except ValueError:
        return (lambda: now())(), [now() for _ in "a"], list(now() for _ in "a"), nested()[:2]


def in_except_expression():
    def kinds():
        out.append(now())
        return ValueError
    out = []
    try:
        raise ValueError("matched")
    except kinds():
        out.append(now())
    return out


def in_coroutine():
    async def inner():
        return now()

    async def outer():
        try:
            raise ValueError("async")
        except ValueError:
            return await inner(), now()
    try:
        outer().send(None)
    except StopIteration as stop:
        return stop.value, now() != "None"


def deleted():
    try:
        raise ValueError("d")
    except ValueError as e:
        del e
        return now()


for function in (nested, across_generator, loops, returns, in_finally, in_exit, in_called, in_except_expression, in_coroutine, deleted):
    print(function.__name__, function())
print(now())
