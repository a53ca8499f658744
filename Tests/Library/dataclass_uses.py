# Dataclasses, and what inspect says of functions and classes.
import dataclasses
import inspect
from dataclasses import dataclass, field
from typing import List


@dataclass(order=True)
class Point:
    x: int
    y: int = 0
    tags: List[str] = field(default_factory=list, compare=False, repr=False)

    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


@dataclass(frozen=True)
class Key:
    name: str
    number: int = 3


@dataclass
class Base:
    a: int

    def __post_init__(self):
        self.b = self.a + 1


@dataclass
class Derived(Base):
    c: str = "c"


p = Point(3, 4)
print(p, p == Point(3, 4, ["x"]), p < Point(4), p.length(), sorted([Point(2), Point(1, 5), Point(1)]))
print(dataclasses.asdict(p), dataclasses.astuple(p), [f.name for f in dataclasses.fields(Point)], dataclasses.replace(p, y=9))
k = Key("a")
print(k, hash(k) == hash(Key("a")), {k: 1}[Key("a")], dataclasses.is_dataclass(k))
try:
    k.name = "b"
except dataclasses.FrozenInstanceError as error:
    print(type(error).__name__, error)
print(Derived(1), Derived(1).b, Derived(2, c="d"))
for call in (lambda: Point(), lambda: Key(1, 2, 3), lambda: dataclass(type("Bad", (), {"__annotations__": {"x": list}, "x": []}))):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(dataclasses.make_dataclass("Made", ["x", ("y", int, 5)])(1))


def function(a, b: int, /, c=3, *args, d, e: str = "x", **rest) -> float:
    """What it does."""


print(inspect.signature(function), inspect.getdoc(function), inspect.isfunction(function))
for parameter in inspect.signature(function).parameters.values():
    print(parameter.name, parameter.kind.name, parameter.default is parameter.empty, parameter.annotation)
print(inspect.signature(Point), inspect.signature(Point.length), inspect.signature(p.length))
bound = inspect.signature(function).bind(1, 2, 3, 4, d=5, z=6)
print(bound.arguments["args"], bound.arguments["rest"], bound.args, bound.kwargs)
try:
    inspect.signature(function).bind(1)
except TypeError as error:
    print(error)
print(inspect.getsource(Point.length), inspect.getsourcelines(Key)[1], [c.__name__ for c in inspect.getmro(Derived)])
print([name for name, _ in inspect.getmembers(Point, inspect.isfunction) if not name.startswith("__")])
