# sys.settrace: calls, lines, returns and exceptions of functions.
import sys

log = []


def tracer(frame, event, arg):
    name = frame.f_code.co_name
    line = frame.f_lineno - frame.f_code.co_firstlineno
    if event == "exception":
        log.append((name, event, line, arg[0].__name__, str(arg[1])))
    else:
        log.append((name, event, line, arg))
    return tracer


def traced(function, *args):
    del log[:]
    sys.settrace(tracer)
    try:
        function(*args)
    except Exception as error:
        sys.settrace(None)
        print("raised", type(error).__name__)
    sys.settrace(None)
    print("--", function.__name__)
    for entry in log:
        print(entry)


def straight(x):
    y = x + 1
    z = y * 2
    return z


def branches(n):
    if n > 2:
        r = "big"
    elif n == 2:
        r = "two"
    else:
        r = "small"
    return r


def loops():
    total = 0
    for i in range(3):
        total += i
    while total > 0:
        total -= 2
    return total


def inner():
    raise ValueError("inside")


def catching():
    try:
        inner()
    except ValueError:
        x = 1
    else:
        x = 2
    return x


def leaking():
    x = 1
    inner()
    return x


def recursive(n):
    if n == 0:
        return 0
    return recursive(n - 1)


def nested():
    def local(a):
        return a

    return local(1)


for case in (lambda: None,):
    pass
traced(straight, 1)
traced(branches, 3)
traced(branches, 2)
traced(branches, 0)
traced(loops)
traced(catching)
traced(leaking)
traced(recursive, 2)
traced(nested)
print(sys.gettrace())
