# The __class__ cell before it is set, and super() in places where it cannot work.
class Meta(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)

    def __new__(mcls, name, bases, namespace):
        if "early" in namespace:
            try:
                namespace["early"](None)
            except (NameError, RuntimeError) as error:
                print(type(error).__name__, error)
        return super().__new__(mcls, name, bases, namespace)


class Early(metaclass=Meta):
    def early(self):
        return super().early


class EarlyClass(metaclass=Meta):
    def early(self):
        return __class__


print(EarlyClass.early(None) is EarlyClass)


class Base:
    def method(self):
        return "base"


class Derived(Base):
    def method(self):
        def nested():
            return super().method()
        try:
            return nested()
        except RuntimeError as error:
            return str(error)

    def with_argument(self):
        def nested(me):
            return super().method()
        return nested(self), (lambda s: super().method())(self)

    def in_generator(self):
        yield super().method()

    async def in_coroutine(self):
        return super().method()

    def in_comprehension(self):
        return [super(Derived, self).method() for _ in "x"], [__class__.__name__ for _ in "x"]

    def arguments(*args):
        try:
            return super().method()
        except RuntimeError as error:
            return str(error)

    def star(*args):
        return super(Derived, args[0]).method()

    @staticmethod
    def static():
        try:
            return super().method()
        except RuntimeError as error:
            return str(error)

    class Inner(Base):
        def method(self):
            return "inner of " + super().method() + " in " + __class__.__qualname__


d = Derived()
print(d.method(), d.with_argument(), list(d.in_generator()), d.in_comprehension(), d.arguments(), d.star(), Derived.static(), Derived.Inner().method())
try:
    d.in_coroutine().send(None)
except StopIteration as stop:
    print(stop.value)


class Chain:
    def __init__(self, **kwargs):
        self.seen = ["Chain"]
        assert not kwargs, kwargs


class A(Chain):
    def __init__(self, a=0, **kwargs):
        super().__init__(**kwargs)
        self.a = a
        self.seen.append("A")


class B(Chain):
    def __init__(self, b=0, **kwargs):
        super().__init__(**kwargs)
        self.b = b
        self.seen.append("B")


class AB(A, B):
    def __setattr__(self, name, value):
        super().__setattr__(name, value if name == "seen" else value * 2)

    def __getattribute__(self, name):
        return super().__getattribute__(name)

    def __repr__(self):
        return super().__repr__().split(" object")[0]


ab = AB(a=1, b=2)
print(ab.seen, ab.a, ab.b, ab)


class Properties(Derived):
    @property
    def value(self):
        return super().method

    @classmethod
    def make(cls):
        return super().__new__(cls)

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.marked = True


class Marked(Properties):
    pass


print(Marked.make().value(), Marked.marked, super(Marked, Marked).make().__class__.__name__)
