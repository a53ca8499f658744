# Decorators of a module on functions, methods and classes of a program.
# module-versions: decorators_module all
import decorators_module as m


@m.traced
def add(a, b=2):
    "adds"
    return a + b


@m.repeat(2)
@m.traced
def greet(name):
    return "hello " + name


@m.register
class Thing:
    @m.traced
    def method(self, x):
        return self, x

    @m.Cached
    def slow(self):
        m.calls.append("slow")
        return 42

    @classmethod
    @m.traced
    def of_class(cls):
        return cls.__name__

    @staticmethod
    @m.repeat(3)
    def static():
        return "s"

    @property
    @m.traced
    def prop(self):
        return "prop"


t = Thing()
print(add(1), add(1, b=5), add.__name__, add.__doc__, add.__wrapped__(3), greet("x"), greet.__qualname__)
print(t.method(1)[1], t.slow, t.slow, Thing.of_class(), t.static(), t.prop, Thing.registered, m.classes)
print(m.calls)
