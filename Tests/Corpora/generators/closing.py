# close, throw and the end of generators: finally blocks, yields in them, values.
log = []


def attempt(action, *arguments):
    try:
        print(action(*arguments), log)
    except BaseException as error:
        print(repr(error), repr(error.__context__), log)
    log.clear()


def guarded():
    try:
        yield 1
        yield 2
    finally:
        log.append("finally")


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        log.append("exit")
        yield 2


def swallowing():
    try:
        yield 1
    except GeneratorExit:
        log.append("swallowed")
    return "value"


def nested():
    try:
        try:
            yield from guarded()
        finally:
            log.append("outer finally")
    except GeneratorExit:
        log.append("outer exit")
        raise


def loops():
    while True:
        try:
            yield len(log)
        except ValueError as error:
            log.append(repr(error))
        except KeyError:
            return "stopped"


def closes_twice(make):
    g = make()
    next(g)
    return g.close(), g.close(), list(g)


def close_before_start(make):
    g = make()
    return g.close(), list(g)


def throws(make, *errors):
    g = make()
    result = [next(g)]
    for error in errors:
        result.append(g.throw(error))
    return result


def thrown_before_start(make):
    return make().throw(OSError("early"))


def thrown_after_end(make):
    g = make()
    for _ in g:
        pass
    g.throw(OSError("late"))


def raising_finally():
    try:
        yield 1
    finally:
        raise KeyError("in finally")


def left_in_loop():
    for value in guarded():
        break
    else:
        log.append("else")
    return value


for make in (guarded, swallowing, nested, stubborn, raising_finally):
    attempt(closes_twice, make)
    attempt(close_before_start, make)
attempt(throws, loops, ValueError("a"), ValueError("b"))
attempt(throws, loops, ValueError("a"), KeyError("k"))
attempt(throws, loops, OSError("o"))
attempt(throws, nested, GeneratorExit())
attempt(throws, stubborn, GeneratorExit())
attempt(thrown_before_start, guarded)
attempt(thrown_after_end, guarded)
attempt(throws, guarded, ValueError)


def sends():
    got = []
    while len(got) < 3:
        got.append((yield got[-1] if got else "start"))
    return got


g = sends()
print(next(g), g.send("a"), g.send("b"))
attempt(g.send, "c")
attempt(g.send, "d")
attempt(sends().send, 1)
