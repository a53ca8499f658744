# sys.setprofile: calls and returns of Python functions and of native ones.
import sys

log = []


def profiler(frame, event, arg):
    if event.startswith("c_"):
        log.append((frame.f_code.co_name, event, arg.__name__))
    else:
        log.append((frame.f_code.co_name, event, arg if not callable(arg) else "callable"))


def double(x):
    return x * 2


def mixed():
    values = list(map(double, [1, 2]))
    len(values)
    "text".upper()
    try:
        int("no number")
    except ValueError:
        pass
    return double(3)


def failing():
    raise KeyError("k")


def generator():
    yield 1
    yield 2


def uses_generator():
    return sum(generator())


def keywords():
    return sorted([2, 1], reverse=True), max(3, 4), dict(a=1), double(x=5)


def run(function):
    del log[:]
    sys.setprofile(profiler)
    try:
        function()
    except KeyError:
        pass
    sys.setprofile(None)
    print("--", function.__name__)
    for entry in log:
        if entry[2] != "setprofile":
            print(entry)


run(double.__call__ if False else mixed)
run(failing)
run(uses_generator)
run(keywords)
print(sys.getprofile())


def bad(frame, event, arg):
    raise ValueError("from the profiler")


try:
    sys.setprofile(bad)
    double(1)
except ValueError as error:
    print(error, sys.getprofile())
sys.setprofile(None)
