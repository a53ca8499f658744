# Classes for another version's program to derive from.
class Meta(type):
    def __new__(mcls, name, bases, namespace, **keywords):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.made_by = "Meta " + name, sorted(keywords.items())
        return cls

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)

    def __call__(cls, *arguments):
        return super().__call__(*arguments)


class Base(metaclass=Meta):
    registry = []

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__()
        Base.registry.append(cls.__name__)

    def __init__(self, value):
        self.value = value

    def describe(self):
        return "Base", self.value, __class__.__name__

    @classmethod
    def create(cls, value):
        return cls(value)

    @property
    def doubled(self):
        return self.compute() * 2

    def compute(self):
        return self.value

    def __eq__(self, other):
        return isinstance(other, Base) and self.value == other.value

    def __hash__(self):
        return hash(self.value)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.value)


class Field:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.name, "unset")

    def __set__(self, instance, value):
        setattr(instance, self.name, ("field", value))

    def __delete__(self, instance):
        delattr(instance, self.name)


class Slotted:
    __slots__ = ("a", "_x")
    x = Field()
