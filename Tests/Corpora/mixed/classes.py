# Classes of a module that a program derives from, with metaclasses, descriptors, slots and super.
# module-versions: classes_module all
import classes_module as m


class Middle(m.Base, option=1):
    def describe(self):
        return ("Middle",) + super().describe()

    def compute(self):
        return super().compute() + 1


class Mixin:
    def describe(self):
        return ("Mixin",) + super().describe()


class Last(Mixin, Middle):
    def __init__(self, value, extra="extra"):
        super().__init__(value)
        self.extra = extra

    def describe(self):
        return [super().describe()] + [super(Mixin, self).describe()]


class Slots(m.Slotted):
    __slots__ = ("b",)
    y = m.Field()
    _y = None


class OfField:
    z = m.Field()


print(m.Base.registry, Last.made_by, Middle.made_by, type(Last).__name__, [c.__name__ for c in Last.__mro__])
one, two = Last(5), Last.create(5)
print(one.describe(), one.doubled, one == two, {one, two}, one, Middle(5) == one, m.Base(5) == one, isinstance(one, m.Base))
s = Slots()
s.a, s.b, s.x = 1, 2, 3
print(s.a, s.b, s.x, hasattr(s, "__dict__"), m.Slotted.x.name, Slots.y.name)
o = OfField()
print(o.z, o.__dict__)
o.z = 1
print(o.z, o.__dict__)
del o.z
print(o.z)
for action in (lambda: setattr(s, "c", 1), lambda: setattr(one, "doubled", 1), lambda: m.Base(), lambda: delattr(o, "z")):
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__)
m.Base.compute = lambda self: 100
print(one.doubled, m.Base(1).doubled)
Last.__bases__ = (Middle, Mixin)
print([c.__name__ for c in Last.__mro__])
dynamic = m.Meta("Dynamic", (m.Base,), {"describe": lambda self: "dynamic"})
print(dynamic(1).describe(), dynamic.made_by, m.Base.registry)
