# numbers: the abstract classes, what counts as which, their mixins.
import numbers


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


classes = [numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral]
for v in (True, 5, 2 ** 70, 1.5, 1j, "a", None):
    print(repr(v), [isinstance(v, cls) for cls in classes])
for cls in classes:
    print(cls.__name__, [b.__name__ for b in cls.__mro__], len(cls.__abstractmethods__), issubclass(int, cls), cls.__hash__)
for make in (lambda: issubclass(5, numbers.Real), lambda: numbers.Complex.register(5)):
    show(make)


class Money(numbers.Integral):
    """Delegates to an int."""

    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value

    def __pos__(self):
        return type(self)(+self.value)

    def __neg__(self):
        return type(self)(-self.value)

    def __add__(self, other):
        return type(self)(self.value + int(other))

    __radd__ = __add__

    def __floordiv__(self, other):
        return type(self)(self.value // int(other))

    def __mod__(self, other):
        return type(self)(self.value % int(other))

    def __eq__(self, other):
        return self.value == int(other)

    def __hash__(self):
        return hash(self.value)

    def __repr__(self):
        return "Money(%d)" % self.value


missing = {n: lambda self, *args: NotImplemented for n in Money.__abstractmethods__}
Full = type("Full", (Money,), missing)
five = Full(5)
print(five - 2, 9 - five, bool(five), bool(Full(0)), divmod(five, 2), float(five), complex(five), five.real, five.imag, five.numerator, five.denominator, five.conjugate(), [1, 2, 3][Full(1)])
show(lambda: Money(1))
numbers.Real.register(str)
print(isinstance("a", numbers.Real), isinstance("a", numbers.Complex), isinstance("a", numbers.Integral))
