# Annotations of a module as a program reads them.
# module-versions: annotations_module all
import annotations_module as m

print(m.function.__annotations__, m.Point.__annotations__, m.Point.method.__annotations__, m.plain.__annotations__)
print(m.function(1), m.Point.y, hasattr(m.Point, "x"))
m.function.__annotations__["a"] = "changed"
print(m.function.__annotations__["a"])
m.plain.__annotations__ = {"new": 1}
print(m.plain.__annotations__)


def own(a: m.Point, b: m.function(1) = 2) -> m.Point.y:
    pass


print({name: getattr(value, "__name__", value) for name, value in own.__annotations__.items()})


class Sub(m.Point):
    z: int = 1


print(Sub.__annotations__, m.Point.__annotations__ == Sub.__mro__[1].__annotations__)
