# `super` used as an ordinary name: the compiler then calls it instead of using its own instruction.
builtin_super = super


class Base:
    value = "base value"

    def who(self):
        return "Base"


class Derived(Base):
    value = "derived value"

    def who(self):
        return "Derived/" + super().who() + "/" + super(Derived, self).who(), super().value

    def unbound(self):
        return super(Derived)


d = Derived()
print(d.who(), super(Derived, d).value, super(Derived, Derived).who(d))
s = d.unbound()
print(s.__thisclass__.__name__, s.__self__, s.__self_class__, s.__get__(d, Derived).who(), super(Derived, d).__self__ is d)


def super(*arguments):
    print("replaced", len(arguments))
    return builtin_super(*arguments) if arguments else Base()


print(d.who())
del super
print(d.who())


def attempt(action):
    try:
        print(action())
    except (TypeError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)


attempt(lambda: super())
attempt(lambda: super(1, 2, 3))
attempt(lambda: super(Derived).who())
attempt(lambda: (lambda first: super())(1))


def deleted_first(self):
    del self
    super()


attempt(lambda: deleted_first(1))
