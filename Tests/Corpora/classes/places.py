# What a class remembers of its source: the first line and the attributes that its methods set on self.
# versions: 3.13-
class Empty:
    pass


class Base:
    def __init__(self):
        self.a = self.b = 1
        self.a += 1

    def other(me):
        me.not_self = 1
        self = me
        self.not_first = 2


class Derived(Base):
    x: int = 1

    def __init__(self, value):
        super().__init__()
        self.c, (self.d, *self.e) = value
        for self.f in range(2):
            pass

    class Nested:
        def method(self):
            self.nested = 1

    def closure(self):
        def inner():
            self.from_inside = 1
        return inner


print(Empty.__firstlineno__, Base.__firstlineno__, Derived.__firstlineno__, Derived.Nested.__firstlineno__)
print(Empty.__static_attributes__, sorted(Base.__static_attributes__), sorted(Derived.__static_attributes__), Derived.Nested.__static_attributes__)


@(lambda cls: cls)
class Decorated:
    pass


print(Decorated.__firstlineno__, "__firstlineno__" in vars(Decorated), "__static_attributes__" in vars(Decorated))
