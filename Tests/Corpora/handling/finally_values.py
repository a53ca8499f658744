# What stays on the stack while a finally block runs: loops, calls and with blocks around it.
def in_expression():
    def f(x):
        try:
            return x
        finally:
            g.append(x)
    g = []
    return [f(1), f(2) + f(3), {f(4): f(5)}, f(f(6))], g


def while_iterating():
    result = []
    for a in range(2):
        for b in "xy":
            try:
                if b == "y" and a == 1:
                    return result
                result.append((a, b))
            finally:
                result.append(-a)
    return "never"


class Manager:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append("enter")
        return self

    def __exit__(self, kind, value, traceback):
        self.log.append(repr(value))
        return kind is KeyError


def with_and_finally(action):
    log = []
    for i in range(2):
        try:
            with Manager(log):
                try:
                    if action == "raise":
                        raise KeyError(i)
                    if action == "return":
                        return log
                    if action == "break":
                        break
                    if action == "continue":
                        continue
                finally:
                    log.append("inner")
            log.append("behind with")
        finally:
            log.append("outer")
    else:
        log.append("else")
    return log


def deep(n):
    try:
        if n:
            return deep(n - 1) + [n]
        raise ValueError
    except ValueError:
        return ["bottom"]
    finally:
        trace.append(n)


def finally_in_generator():
    for i in range(3):
        try:
            yield i
        finally:
            yield -i


def exception_in_loop_of_handlers():
    found = []
    for kind in (ValueError, TypeError, KeyError):
        try:
            try:
                raise kind("x")
            except TypeError:
                found.append("type")
                continue
            finally:
                found.append("finally")
        except Exception as error:
            found.append(type(error).__name__)
    return found


trace = []
print(in_expression())
print(while_iterating())
for action in ("none", "raise", "return", "break", "continue"):
    print(action, with_and_finally(action))
print(deep(3), trace)
print(list(finally_in_generator()))
print(exception_in_loop_of_handlers())
try:
    try:
        raise ValueError("one")
    finally:
        try:
            raise KeyError("two")
        except KeyError:
            pass
except ValueError as error:
    print(error, repr(error.__context__))
