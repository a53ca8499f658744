# Generators: iteration, send, throw, close, return values, state, StopIteration.
def count(n):
    print("start")
    for i in range(n):
        received = yield i
        if received is not None:
            print("received", received)
    print("end")
    return "result"


g = count(3)
print(type(g).__name__, g.__name__, g.__qualname__)
print(next(g), g.send("hello"), next(g))
try:
    next(g)
except StopIteration as stop:
    print("stopped", stop.value, stop.args)
try:
    next(g)
except StopIteration as stop:
    print("again", stop.value)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__))


attempt(lambda: count(1).send("too early"))


def handles():
    while True:
        try:
            yield "waiting"
        except ValueError as error:
            yield ("handled", str(error))
        except GeneratorExit:
            print("closing")
            raise
        finally:
            print("finally")


h = handles()
print(next(h), h.throw(ValueError("v")), next(h))
h.close()
attempt(lambda: next(h))
attempt(lambda: h.throw(KeyError("after close")))


def ignores_exit():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield "refuses"


i = ignores_exit()
next(i)
attempt(i.close)


def returns_on_exit():
    try:
        yield 1
    except GeneratorExit:
        return "closed value"


r = returns_on_exit()
next(r)
print(r.close(), r.close(), count(1).close())


def raises_stop():
    yield 1
    raise StopIteration("inside")


attempt(lambda: list(raises_stop()))


def leaks_stop():
    yield next(iter([]))


attempt(lambda: list(leaks_stop()))


def reenters():
    yield next(me)


me = reenters()
attempt(lambda: next(me))


def throw_forms():
    try:
        yield 1
    except Exception as error:
        yield repr(error)


for arguments in ((ValueError,), (ValueError("instance"),), (KeyError, "value") if False else (KeyError("k"),), (StopIteration("s"),)):
    t = throw_forms()
    next(t)
    print(t.throw(*arguments))
for bad in (5, "text", int):
    t = throw_forms()
    next(t)
    attempt(lambda: t.throw(bad))
fresh = throw_forms()
attempt(lambda: fresh.throw(ValueError("before the start")))
attempt(lambda: next(fresh))


def squares(n):
    yield from (i * i for i in range(n))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(list(squares(5)), [x for x, _ in zip(fibonacci(), range(10))], sum(squares(10)), dict(enumerate(squares(3))), max(squares(4)), tuple(squares(3)), set(squares(2)) == {0, 1}, [*squares(3)], 4 in squares(10))
a, *b = squares(4)
print(a, b)


def state(g):
    return g.gi_running, g.gi_frame is None, g.gi_yieldfrom


s = squares(1)
print(state(s), next(s), s.gi_running, list(s), state(s), s.gi_code.co_name)


def conversation():
    answer = None
    while True:
        question = yield answer
        answer = f"about {question}?"


c = conversation()
next(c)
print(c.send("x"), c.send("y"))


def recursive(tree):
    if tree is None:
        return 0
    left, value, right = tree
    n = yield from recursive(left)
    yield value
    m = yield from recursive(right)
    return n + m + 1


tree = (((None, 1, None), 2, (None, 3, None)), 4, (None, 5, None))


def total():
    count = yield from recursive(tree)
    print("nodes", count)


print(list(total()))


def empty():
    return
    yield


print(list(empty()))
yield_expression = lambda: (yield 5)
print(list(yield_expression()))


def many_yields():
    x = (yield 1) + (yield 2)
    yield [(yield "a"), (yield "b"), x]


m = many_yields()
print(next(m), m.send(10), m.send(20), m.send("A"), m.send("B"))


def context():
    try:
        raise ValueError("outer")
    except ValueError:
        yield 1
        raise KeyError("inner")


k = context()
next(k)
try:
    next(k)
except KeyError as error:
    print(repr(error.__context__))
