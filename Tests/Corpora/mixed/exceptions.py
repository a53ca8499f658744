# Exceptions that cross between a module and a program: handlers, finally, chaining, the handled exception.
# module-versions: exceptions_module all
import sys
import exceptions_module as m


def fails(value=1):
    raise m.Own(value)


def value_error():
    raise ValueError("program")


def nested():
    try:
        m.raises(KeyError("inner"))
    except KeyError:
        value_error()


def chain(error):
    names = []
    while error:
        names.append(repr(error))
        error = error.__cause__ or error.__context__
    return names


print(m.protected(fails, 5), m.protected(value_error), m.protected(nested), m.protected(len, "abc"), m.protected(m.raises, KeyError(1)), m.log)
m.log.clear()
for action in (lambda: m.cleans_up(fails), lambda: m.replaces(value_error), lambda: m.in_context(value_error), lambda: m.in_context(lambda: m.replaces(nested)),
               lambda: m.reraises(fails), lambda: m.cleans_up(lambda: m.reraises(lambda: m.raises(OSError(3)))), lambda: m.raises(SystemExit(4)), lambda: m.raises(5)):
    try:
        action()
    except BaseException as error:
        print(chain(error), m.handled(), m.in_context(m.handled), m.log)
        m.log.clear()
print(m.handled(), m.in_context(m.handled), m.in_context(lambda: sys.exc_info()[0].__name__))


def generator():
    try:
        yield m.handled()
    finally:
        print("generator ends", m.handled())


g = generator()
try:
    raise TypeError("outside")
except TypeError:
    print(next(g), m.handled())
g.close()
for kind in (m.Own, ValueError, Exception, BaseException):
    try:
        m.cleans_up(fails)
    except kind as error:
        print("caught as", kind.__name__, error.args)
    except m.Own as error:
        print("caught after", kind.__name__)
