"""What typing takes for a type."""
import typing


class Tuple(tuple): pass


class Equal:
    def __eq__(self, other): raise ValueError("compared")

    __hash__ = object.__hash__


def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e, "|", type(e.__context__).__name__)


for constraints in ((int,), (int, str), (int, "x"), ("%", "a"), (int, b"x"), (int, None), (int, (1,)), (int, 5), (int, Tuple()), (len, int)):
    attempt(lambda: typing.TypeVar("T", *constraints).__constraints__)
for bound in (int, "x", "%", 5, None, (1,), b"x", Equal()):
    attempt(lambda: typing.TypeVar("T", bound=bound).__bound__)
    attempt(lambda: typing.TypeVar("T", int, bound=bound))
attempt(lambda: typing.TypeVar("T", covariant=True, contravariant=True))
attempt(lambda: typing.TypeVar("T", int, covariant=True, contravariant=True))
for member in ("x", "%", Equal()):
    attempt(lambda: typing.Union[int, member] and "a union")
    attempt(lambda: typing.Optional[member] and "a union")
