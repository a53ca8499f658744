# Tracing of generators, comprehensions, classes and context managers.
import sys

log = []


def tracer(frame, event, arg):
    if event in ("call", "return", "exception"):
        log.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, arg if event == "return" and not callable(arg) else None))
    return tracer


def generate():
    yield 1
    yield 2


def closing():
    try:
        yield 1
    finally:
        pass


def consume():
    g = generate()
    first = next(g)
    second = next(g)
    return first, second, list(g)


def close():
    g = closing()
    next(g)
    g.close()


class Manager:
    def __enter__(self):
        return "entered"

    def __exit__(self, *args):
        return True


def manage():
    with Manager():
        raise ValueError


def define():
    class Local:
        x = 1

        def method(self):
            return self.x

    return Local().method()


def through(*args, **kwargs):
    return len(args)


def calls():
    return through(1, 2), through(*[1], **{"k": 2}), (lambda: 5)(), sorted([1, 2], key=through)


for case in (consume, close, manage, define, calls):
    del log[:]
    sys.settrace(tracer)
    case()
    sys.settrace(None)
    print("--", case.__name__)
    for entry in log:
        print(entry)
