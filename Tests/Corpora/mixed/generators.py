# Generators of a module, driven by a program and the other way round.
# module-versions: generators_module all
import generators_module as m


def own(n):
    received = []
    for i in range(n):
        received.append((yield i * 10))
    return received


def own_stops():
    yield 1
    raise StopIteration("inside")


print(list(m.count(3)), list(m.delegate(m.count(2))), list(m.delegate(own(2))), m.consume(own(2)), m.consume(x * 2 for x in m.count(3)))


def outer(inner):
    return (yield from inner)


print(list(outer(m.count(2))), m.drive(outer(m.echo()), 1, 2, ValueError("v")), m.drive(m.delegate(own(2)), "a", "b"))
for make in (m.stops, own_stops):
    for run in (list, m.consume, lambda g: list(outer(g)), lambda g: list(m.delegate(g))):
        try:
            print(run(make()))
        except RuntimeError as error:
            print(error, repr(error.__cause__))
g = m.echo()
print(next(g), g.send("x"))
print(g.close() is None)
g = outer(m.delegate(outer(m.echo())))
print(next(g), g.send(5), g.throw(ValueError("deep")))
try:
    m.drive(m.count(1), KeyError("thrown"))
except KeyError as error:
    print(repr(error))
try:
    next(m.count(0))
except StopIteration as stop:
    print(stop.value)
