# super(): zero and two arguments, attributes and methods, class methods, cooperation.
class Base:
    kind = "base kind"

    def __init__(self, *args):
        self.args = args

    def who(self):
        return ["Base"]

    @classmethod
    def build(cls):
        return f"Base.build of {cls.__name__}"

    @property
    def prop(self):
        return "base prop"


class Left(Base):
    def who(self):
        return ["Left"] + super().who()

    @classmethod
    def build(cls):
        return "Left/" + super().build()


class Right(Base):
    kind = "right kind"

    def who(self):
        return ["Right"] + super(Right, self).who()


class Bottom(Left, Right):
    kind = "bottom kind"

    def __init__(self):
        super().__init__(1, 2)

    def who(self):
        return ["Bottom"] + super().who()

    def kinds(self):
        return self.kind, super().kind, super(Left, self).kind, super(Right, self).kind

    @property
    def prop(self):
        return "bottom over " + super().prop

    def unbound(self):
        method = super().who
        return method()

    def missing(self):
        return super().nothing

    def missing_method(self):
        return super().nothing()

    def nested(self):
        return [super(Bottom, self).who() for _ in range(1)]


b = Bottom()
print(b.args, b.who(), b.kinds(), b.prop, Bottom.build(), b.unbound(), b.nested())
print([c.__name__ for c in Bottom.__mro__])
for method in (b.missing, b.missing_method):
    try:
        method()
    except AttributeError as error:
        print(error)


def attempt(action):
    try:
        print(action())
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


class NoCell:
    pass


def outside(self):
    return super().who()


class Rebound(Base):
    def first(self):
        self = "something else"
        return super().who()

    def cell_first(self):
        return (lambda: self)() is self and super().who()


attempt(lambda: super(Base, 5).who())
attempt(lambda: super(5, b).who())
attempt(lambda: super(Left, Right()).who())
attempt(lambda: outside(b))
attempt(lambda: Rebound().first())
attempt(lambda: Rebound().cell_first())
attempt(lambda: super(Left, Bottom).who(b))


def shadowed():
    def super(*args):
        class Fake:
            attr = "fake attribute"

            def who(self):
                return "fake who", len(args)
        return Fake()

    class Sub(Base):
        def who(self):
            return super().who(), super().attr, super(Sub, self).who()
    return Sub().who()


print(shadowed())
