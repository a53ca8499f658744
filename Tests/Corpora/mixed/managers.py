# Context managers of a module in with statements of a program, and the other way round.
# module-versions: managers_module all
import managers_module as m


class Own:
    def __enter__(self):
        return "own"

    def __exit__(self, kind, value, traceback):
        print("own exit", kind and kind.__name__)
        return kind is ZeroDivisionError


def fail(value):
    raise ValueError(value)


def returns():
    for i in range(3):
        with m.Manager(str(i)), m.managed("inner") as inner:
            if i == 0:
                continue
            return inner, i


print(returns(), m.inside(Own(), str.upper), m.inside(Own(), lambda v: 1 // 0))
with m.Manager("suppressing", (ValueError, KeyError)) as manager, Own():
    fail(manager.name)
for kind in (KeyError, OSError):
    try:
        with m.managed(kind.__name__) as name:
            raise kind(name)
        print("went on")
    except OSError as error:
        print("caught", error)
try:
    m.inside(m.Manager("outer"), fail)
except ValueError as error:
    print(type(error.args[0]).__name__)


@m.contextmanager
def own_generator():
    with m.Manager("around"):
        yield 1


with own_generator() as one:
    print(one)
