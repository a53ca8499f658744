# typing: hints given by name, casts, marks, generic classes.
import typing
from typing import Any, Generic, List, Optional, TypeVar, Union


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


T = TypeVar("T")


class Box(Generic[T]):
    value: "int"
    others: "Box"

    def __init__(self, value: T = None) -> None:
        self.value = value


def hinted(a: "int", b: "Box" = None, *args: str, c: "typing.Any" = 5, **kw: None) -> "None":
    pass


def broken(a: "nowhere"):
    pass


class Derived(Box[int]):
    more: str = ""


for make in (
    lambda: typing.get_type_hints(Box), lambda: typing.get_type_hints(Derived), lambda: list(typing.get_type_hints(hinted)), lambda: typing.get_type_hints(hinted)["a"],
    lambda: typing.get_type_hints(broken), lambda: typing.get_type_hints(5), lambda: typing.cast(int, "a"), lambda: typing.cast("anything", 5), lambda: typing.cast(int),
    lambda: typing.get_origin(List[int]), lambda: typing.get_args(Union[int, str]), lambda: typing.get_args(5), lambda: typing.get_origin(Box[int]) is Box, lambda: Box[int].__args__,
    lambda: Box[int](5).value, lambda: Box[int, str], lambda: Derived.__orig_bases__[0].__args__, lambda: Optional[int].__args__, lambda: Union[int, int], lambda: Union[int],
    lambda: TypeVar("X", bound=int).__bound__, lambda: TypeVar("X", int, str).__constraints__, lambda: TypeVar("X", int), lambda: TypeVar("X", covariant=True, contravariant=True),
    lambda: Any(), lambda: typing.NoReturn, lambda: typing.ClassVar[int].__args__, lambda: typing.no_type_check(hinted) is hinted, lambda: typing.final(Box) is Box,
    lambda: typing.NewType("Id", int)(5), lambda: typing.NewType("Id", int).__name__, lambda: typing.overload(hinted)(), lambda: typing.TYPE_CHECKING, lambda: typing.AnyStr,
):
    show(make)


class Closer(typing.Protocol):
    def close(self):
        ...


@typing.runtime_checkable
class Reader(typing.Protocol):
    def read(self):
        ...


class File:
    def read(self):
        return ""


print(isinstance(File(), Reader), isinstance(5, Reader), issubclass(File, Reader))
show(lambda: isinstance(5, Closer))
show(lambda: Reader())


class Point(typing.NamedTuple):
    x: int
    y: int = 5


print(Point(1), Point._field_defaults, Point.__annotations__ if hasattr(Point, "__annotations__") else None)
show(lambda: Point())
