# yield from: values in and out, exceptions, nesting, iterators without send and throw.
def inner(n):
    received = []
    try:
        for i in range(n):
            received.append((yield i))
    except ValueError as error:
        received.append(repr(error))
        yield "after error"
    return received


def outer(*parts):
    results = []
    for part in parts:
        results.append((yield from part))
    return results


def drive(generator, *steps):
    out = []
    try:
        out.append(next(generator))
        for step in steps:
            out.append(generator.throw(step) if isinstance(step, BaseException) else generator.send(step))
    except StopIteration as stop:
        out.append(("returned", stop.value))
    except BaseException as error:
        out.append(repr(error))
    return out


print(drive(outer(inner(2)), "a", "b"))
print(drive(outer(inner(1), inner(2)), "a", "b", "c"))
print(drive(outer(inner(3)), "a", ValueError("v"), "b"))
print(drive(outer(inner(3)), "a", KeyError("k")))
print(drive(outer([1, 2], (3,), "x"), None, None, None, None))
print(drive(outer([1, 2]), "sent to a list"))
print(drive(outer([1, 2]), OSError("thrown at a list")))
print(drive(outer(outer(outer(inner(2)))), "deep", ValueError("deep"), None))
print(drive(outer({"a": 1}, range(2)), None, None, None))
print(drive(outer(5)))


class Own:
    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    def send(self, value):
        return "send", value

    def throw(self, *arguments):
        return "throw", len(arguments), type(arguments[0]).__name__

    def close(self):
        print("closed")


g = outer(Own())
print(next(g), g.send(1), g.send(None), g.throw(ValueError("x")))
g.close()


def recursive(tree):
    for part in tree:
        if isinstance(part, list):
            yield from recursive(part)
        else:
            yield part


print(list(recursive([1, [2, [3, [4, []]], 5], [], [[6]]])))


def running():
    def g():
        yield from me
    me = g()
    try:
        next(me)
    except ValueError as error:
        return str(error)


print(running())


def value_only():
    return (yield from ()), (yield from "a")


print(drive(value_only(), None))
g = outer(inner(2))
next(g)
print(g.gi_yieldfrom is not None, g.gi_running, g.gi_frame.f_lineno > 0)
g.close()
print(g.gi_frame, g.gi_yieldfrom)
