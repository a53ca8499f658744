# Ways out of with blocks, and what is stored while managers leave.
log = []


class Manager:
    def __init__(self, name, suppress=()):
        self.name = name
        self.suppress = suppress

    def __enter__(self):
        log.append("+" + self.name)
        return self.name

    def __exit__(self, kind, value, traceback):
        log.append("-" + self.name + ("" if kind is None else ":" + kind.__name__))
        return isinstance(value, self.suppress)


def returns():
    with Manager("a") as a, Manager("b"):
        return a


def returns_call():
    with Manager("a"):
        return log.append("computed") or "value"


def loop_jumps(n):
    result = []
    for i in range(n):
        with Manager(str(i)):
            if i == 1:
                continue
            if i == 3:
                break
            result.append(i)
    else:
        result.append("else")
    return result


def suppressed_in_loop():
    result = []
    for i in (1, 0, 2):
        with Manager("z", ZeroDivisionError):
            result.append(6 // i)
        result.append("next")
    return result


def inner_suppresses():
    with Manager("outer"):
        with Manager("inner", ValueError):
            raise ValueError
        return "behind inner"


def outer_suppresses():
    with Manager("outer", ValueError):
        with Manager("inner"):
            raise ValueError
        return "never"
    return "behind outer"


def three(fail):
    with Manager("a", KeyError), Manager("b", TypeError), Manager("c", ValueError):
        if fail:
            raise fail
        return "no error"
    return "suppressed"


def return_in_try():
    try:
        with Manager("m"):
            try:
                return "try"
            finally:
                log.append("finally")
    finally:
        log.append("outer")


def in_generator():
    with Manager("g"):
        yield 1
        with Manager("h", KeyError):
            yield 2
        yield 3


def targets():
    class Holder:
        pass
    holder, table = Holder(), {}
    with Manager("xy") as (a, b), Manager("t") as holder.t, Manager("k") as table["k"], Manager("abc") as [first, *rest]:
        pass
    return a, b, holder.t, table, first, rest


def target_fails():
    with Manager("one") as (a, b):
        pass


def exit_raises_again():
    class Again(Manager):
        def __exit__(self, kind, value, traceback):
            super().__exit__(kind, value, traceback)
            raise value
    with Again("again"):
        raise ValueError("same")


def attempt(function, *arguments):
    try:
        print(function.__name__, function(*arguments), " ".join(log))
    except Exception as error:
        print(function.__name__, repr(error), repr(error.__context__), " ".join(log))
    log.clear()


for function, *arguments in ((returns,), (returns_call,), (loop_jumps, 2), (loop_jumps, 5), (suppressed_in_loop,), (inner_suppresses,), (outer_suppresses,),
                             (three, None), (three, KeyError()), (three, TypeError()), (three, ValueError()), (three, OSError()), (return_in_try,), (targets,),
                             (target_fails,), (exit_raises_again,)):
    attempt(function, *arguments)
attempt(list, in_generator())
g = in_generator()
next(g), next(g)
attempt(g.throw, KeyError("thrown"))
attempt(g.close)
