# What is said of classes, attributes and descriptors.
def show(name, function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as e:
        result = "%s: %s" % (type(e).__name__, e)
    print(name, result)


class Class:
    x = property(lambda self: 1)
    y = property()

    def method(self):
        pass


instance = Class()
Class.late = property()
for name in ("x", "y", "late", "missing"):
    show("set " + name, setattr, instance, name, 1) if name != "missing" else None
    show("delete " + name, delattr, instance, name)
    show("get " + name, getattr, instance, name)


class Slotted:
    __slots__ = ("a",)


show("set beside slots", setattr, Slotted(), "b", 1)
show("set on object", setattr, object(), "b", 1)
show("delete of a class", delattr, Class, "missing")
show("set of a builtin type", setattr, int, "x", 1)
show("name of a builtin type", setattr, int, "__name__", "x")
show("delete the name", delattr, Class, "__name__")
show("class of an int", setattr, 1, "__class__", Class)


class Wrapping:
    @classmethod
    @property
    def name(cls):
        return cls.__name__

    class Descriptor:
        def __get__(self, instance, owner=None):
            return instance is None, owner is None

    described = classmethod(Descriptor())


print(type(Wrapping.name).__name__, type(Wrapping.described).__name__)


class Failing:
    def __set_name__(self, owner, name):
        raise ValueError("no name")


def name_one():
    class Named:
        failing = Failing()


try:
    name_one()
except Exception as e:
    print(type(e).__name__, e, repr(e.__cause__), getattr(e, "__notes__", None))

import abc


class One(abc.ABC):
    @abc.abstractmethod
    def first(self):
        pass


class Two(One):
    @abc.abstractmethod
    def second(self):
        pass


class Base:
    pass


class Derived(Base):
    pass


show("abstract method", One)
show("abstract methods", Two)
show("no order", type, "X", (Base, Derived), {})
show("staticmethod", lambda: staticmethod(len)([]))
print(repr(staticmethod(1))[:14], repr(classmethod(1))[:14], sorted(vars(staticmethod(len))))
