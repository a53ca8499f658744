# super() without arguments: in nested functions, comprehensions, class and static methods, and where it fails.
class Base:
    value = "base"

    def method(self, *args):
        return "Base.method", args

    @classmethod
    def of_class(cls):
        return "Base.of_class", cls.__name__

    @property
    def prop(self):
        return "Base.prop"


class Sub(Base):
    value = "sub"

    def method(self, *args):
        return ("Sub.method",) + super().method(*args)

    @classmethod
    def of_class(cls):
        return super().of_class()

    @property
    def prop(self):
        return "Sub of " + super().prop

    def attribute(self):
        return super().value, super(Sub, self).value, super().__init__ is not None

    def in_comprehension(self):
        return [super().value for _ in "ab"]

    def in_generator_expression(self):
        return list(super().value for _ in "ab")

    def in_nested(self):
        def inner(this):
            return super().value
        return inner(self)

    def in_lambda(self):
        return (lambda self: super().value)(self)

    def generator(self):
        yield super().value
        yield super().method(1)

    async def coroutine(self):
        return super().value

    @staticmethod
    def static():
        return super().value

    def no_arguments():
        return super().value

    def wrong_first(first, other):
        first = other
        return super().value

    def deleted(self):
        del self
        return super().value

    def cell_self(self):
        def inner():
            return self
        return super().value, inner() is self

    def rebound_cell(self):
        def inner():
            return self
        self = 5
        return super().value, inner()

    def stars(*args):
        return super().value

    def with_class(self):
        return __class__ is Sub, super().__self__ is self, super().__thisclass__ is Sub, super().__self_class__.__name__

    def missing(self):
        return super().nothing

    def stored(self):
        s = super()
        return s.value, s.method(2)

    def set_attribute(self):
        super().new = 1

    def unbound(self):
        return super(Sub).__get__(self, Sub).value


class SubSub(Sub):
    pass


for instance in (Sub(), SubSub()):
    for name in ("method", "of_class", "attribute", "in_comprehension", "in_generator_expression", "in_nested", "in_lambda", "static", "no_arguments", "deleted",
                 "cell_self", "rebound_cell", "stars", "with_class", "missing", "stored", "set_attribute", "unbound"):
        try:
            print(name, getattr(instance, name)())
        except Exception as error:
            print(name, type(error).__name__, error)
    print(instance.prop, list(instance.generator()))
    try:
        instance.coroutine().send(None)
    except StopIteration as stop:
        print(stop.value)
try:
    print(Sub.wrong_first(5, Sub()))
except Exception as error:
    print(type(error).__name__, error)


def outside():
    return super().x


try:
    outside()
except RuntimeError as error:
    print(error)
