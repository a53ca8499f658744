# contextlib: managers made of generators, stacks, closing, redirecting; errors in odd places.
import contextlib
import io


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


@contextlib.contextmanager
def manager(*args, **kwargs):
    "the text"
    print("enter", args, kwargs)
    try:
        yield args
    except KeyError as error:
        print("caught", error)
    finally:
        print("leave")


@contextlib.contextmanager
def nothing():
    if False:
        yield


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


@contextlib.contextmanager
def swallows():
    try:
        yield
    except ValueError:
        yield


def use(make, act=lambda: None):
    with make() as value:
        act()
        return value


def fail(error):
    raise error


for make in (
    lambda: use(lambda: manager(1, a=2)), lambda: use(manager, lambda: fail(KeyError("k"))), lambda: use(manager, lambda: fail(ValueError("v"))), lambda: use(nothing), lambda: use(twice),
    lambda: use(swallows, lambda: fail(ValueError("v"))), lambda: use(manager, lambda: fail(StopIteration("s"))), lambda: manager.__doc__, lambda: manager.__name__,
    lambda: use(lambda: contextlib.nullcontext(5)), lambda: use(contextlib.nullcontext), lambda: use(lambda: contextlib.suppress(KeyError, ValueError), lambda: fail(KeyError(1))),
    lambda: use(lambda: contextlib.suppress(KeyError), lambda: fail(ValueError(1))), lambda: use(lambda: contextlib.suppress(), lambda: fail(ValueError(2))), lambda: use(lambda: contextlib.closing(5)),
    lambda: contextlib.contextmanager(5)(), lambda: use(lambda: contextlib.contextmanager(lambda: iter([1]))()),
):
    show(make)


@manager("decorating")
def decorated(x):
    print("body", x)
    return x * 2


print(decorated(4), decorated(5), decorated.__name__)
once = manager("once")
with once:
    pass
show(lambda: use(lambda: once))
with contextlib.ExitStack() as stack:
    stack.enter_context(manager("first"))
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda *details: print("pushed", details[0]))
    moved = stack.pop_all()
print("moved")
moved.close()
show(lambda: contextlib.ExitStack().enter_context(5))


def suppressing(kind, value, trace):
    print("exit", kind and kind.__name__)
    return True


with contextlib.ExitStack() as stack:
    stack.push(suppressing)
    stack.push(lambda *details: fail(TypeError("second")))
    fail(ValueError("first"))
try:
    with contextlib.ExitStack() as stack:
        stack.callback(fail, KeyError("in callback"))
        fail(ValueError("body"))
except KeyError as error:
    print(repr(error), repr(error.__context__))
with contextlib.redirect_stdout(io.StringIO()) as out:
    print("hidden")
print(repr(out.getvalue()))


class Thing(contextlib.AbstractContextManager):
    def __exit__(self, *details):
        print("thing", details[0])


class Decorator(contextlib.ContextDecorator):
    def __enter__(self):
        print("in")
        return self

    def __exit__(self, *details):
        print("out")


with Thing() as thing:
    print(isinstance(thing, Thing), isinstance(contextlib.nullcontext(), contextlib.AbstractContextManager))
print(Decorator()(lambda x: x + 1)(4))
show(lambda: contextlib.AbstractContextManager())
