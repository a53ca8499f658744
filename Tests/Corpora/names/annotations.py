# Annotations of modules, classes and functions (evaluated at once up to 3.13).
# versions: -3.13
number: int = 1
text: "forward reference"
print(__annotations__)


class Point:
    x: int
    y: int = 0
    label: str = "p"
    __private: float = 1.0


print(Point.__annotations__, Point.y)


def function(a: int, b: str = "b", *args: float, key: "late" = None, **kwargs: dict) -> list:
    local: undefined_name_is_not_evaluated = 1
    return [a, b, args, key, kwargs]


print(function.__annotations__)
print(function(1))


def order(*, log):
    def note(value):
        log.append(value)
        return value

    def inner(a: note("a"), b: note("b") = note("default")) -> note("return"):
        pass
    return log, inner.__annotations__


print(order(log=[]))


class Target:
    pass


target = Target()
target.attribute: int = 5
items = [0]
items[0]: int = 7
(parenthesised): int = 8
print(target.attribute, items, parenthesised, sorted(__annotations__))
del __annotations__
try:
    broken: int = 1
except NameError as error:
    print(type(error).__name__, error)
