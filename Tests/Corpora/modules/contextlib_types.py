# contextlib, types, time and typing: what programs use most.
import time
import types
import typing
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


@contextmanager
def tag(name):
    "a tag"
    print("open", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("swallowed", e)
    finally:
        print("close", name)


with tag("a") as a, tag("b"):
    print(a)
with tag("v"):
    raise ValueError("inside")
try:
    with tag("k"):
        raise KeyError("inside")
except KeyError as e:
    print("KeyError", e)
print(tag.__name__, tag.__doc__)


@tag("decorator")
def decorated(x):
    return x + 1


print(decorated(1), decorated(2))


@contextmanager
def bad():
    if False:
        yield


@contextmanager
def twice():
    yield
    yield


attempt(lambda: bad().__enter__())


def use_twice():
    with twice():
        pass


attempt(use_twice)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
with nullcontext(5) as n:
    print(n)


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing:
    print(type(thing).__name__)
with ExitStack() as stack:
    print([stack.enter_context(tag(n)) for n in "xy"])
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda *exc: print("push", exc[0]))
with ExitStack() as stack:
    stack.push(lambda t, e, b: True)
    stack.callback(lambda: 1 / 0)
print("went on")
attempt(lambda: ExitStack().enter_context(5))

print(types.FunctionType is type(attempt), types.GeneratorType, isinstance(len, types.BuiltinFunctionType), isinstance(time, types.ModuleType))
ns = types.SimpleNamespace(a=1, b="x")
ns.c = [1]
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b="x", c=[1]))
proxy = types.MappingProxyType({"k": 1})
print(proxy, proxy["k"], len(proxy), list(proxy))
attempt(proxy.__class__.__setitem__ if hasattr(proxy.__class__, "__setitem__") else lambda: "no __setitem__")
Made = types.new_class("Made", (list,), {}, lambda ns: ns.update(x=5))
print(Made, Made.x, Made([1]), Made.__mro__)
attempt(types.new_class, "Bad", (5,))

t = time.gmtime(86400 * 365)
print(t, t.tm_year, t[0], tuple(t), len(t), time.strftime("%Y-%m-%d %H:%M:%S", t), time.asctime(t))
print(time.time() > 1e9, time.perf_counter() <= time.perf_counter(), isinstance(time.monotonic_ns(), int), time.sleep(0))
attempt(time.sleep, -1)
attempt(time.strftime, "%Y", (1, 2))
attempt(time.struct_time, (1, 2))

T = typing.TypeVar("T")
print(typing.List[int], typing.Optional[str], typing.Dict[str, typing.Any], typing.Callable[[int], str], typing.Union[int, str, None], typing.Tuple[int, ...], typing.Literal["a", 1], T)
print(typing.List[T][int], typing.get_origin(typing.List[int]), typing.get_args(typing.Dict[str, int]), typing.cast(int, "x"), isinstance([], typing.List), typing.TYPE_CHECKING)


class Box(typing.Generic[T]):
    def __init__(self, item: T):
        self.item = item


class Row(typing.NamedTuple):
    name: str
    count: int = 0

    def double(self):
        return self.count * 2


class Runner(typing.Protocol):
    def run(self) -> int: ...


@typing.runtime_checkable
class Closer(typing.Protocol):
    def close(self): ...


print(Box(5).item, Box[int](6).item, Row("a"), Row("b", 4).double(), Row._fields, Row._field_defaults, isinstance(Thing(), Closer), isinstance(5, Closer))
attempt(Runner)
UserId = typing.NewType("UserId", int)
print(UserId(5), UserId.__name__)
