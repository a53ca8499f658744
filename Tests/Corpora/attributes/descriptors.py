# Data descriptors, non-data descriptors, properties, __getattr__ and friends.
class Logged:
    def __set_name__(self, owner, name):
        self.name = name
        print("set_name", owner.__name__, name)

    def __get__(self, instance, owner):
        if instance is None:
            return f"<descriptor {self.name} of {owner.__name__}>"
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        print("set", self.name, value)
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print("delete", self.name)
        del instance.__dict__[self.name]


class NonData:
    def __get__(self, instance, owner):
        return "non-data"


class Record:
    field = Logged()
    other = NonData()

    @property
    def computed(self):
        return self.field, "computed"

    @computed.setter
    def computed(self, value):
        self.field = value

    @computed.deleter
    def computed(self):
        del self.field

    @property
    def read_only(self):
        return "fixed"

    @staticmethod
    def static(a):
        return "static", a

    @classmethod
    def make(cls, a):
        return cls.__name__, a


r = Record()
print(r.field, Record.field)
r.field = 3
print(r.field)
del r.field
print(r.field)
print(r.other)
r.__dict__["other"] = "instance wins"
print(r.other)
r.__dict__["field"] = "descriptor still asked"
print(r.field)
r.computed = "through property"
print(r.computed)
del r.computed
print(r.computed)
print(r.static(1), Record.static(2), r.make(3), Record.make(4))


def attempt(action):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


attempt(lambda: setattr(r, "read_only", 1))
attempt(lambda: delattr(r, "read_only"))
attempt(lambda: r.read_only)


class Fallback:
    present = 1

    def __getattr__(self, name):
        if name.startswith("x"):
            return "fallback " + name
        raise AttributeError("no " + name)


f = Fallback()
print(f.present, f.xylophone)
attempt(lambda: f.yak)
print(hasattr(f, "xx"), hasattr(f, "yy"), getattr(f, "yy", "default"))


class Everything:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __getattribute__(self, name):
        if name in ("log", "__class__"):
            return object.__getattribute__(self, name)
        self.log.append("get " + name)
        return name.upper()

    def __setattr__(self, name, value):
        self.log.append(f"set {name}={value}")

    def __delattr__(self, name):
        self.log.append("del " + name)


e = Everything()
print(e.abc)
e.abc = 5
del e.abc
print(e.log)


class Broken:
    @property
    def failing(self):
        return self.nothing_here


attempt(lambda: Broken().failing)


class Raising:
    @property
    def value(self):
        raise ValueError("from the getter")


try:
    Raising().value
except ValueError as error:
    print(error)
