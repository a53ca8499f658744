# Annotations that are evaluated when somebody asks for them.
# versions: 3.14-
calls = []


def note(value):
    calls.append(value)
    return value


def function(a: note("a"), b: note("b") = 1, *args: note("args"), **kwargs: note("kwargs")) -> note("return"):
    local: note("never") = 1
    return local


print(calls, function(1), calls)
print(function.__annotations__, calls)
print(function.__annotations__ is function.__annotations__, len(calls), function.__annotate__ is not None)
print(function.__annotate__(1))
try:
    function.__annotate__(2)
except NotImplementedError as error:
    print(type(error).__name__, error)


class Node:
    next: Node
    other: Later
    count: int = note("value")

    def method(self, other: Node) -> Later:
        pass


print(calls[-1], Node.method.__annotate__ is not None)
try:
    Node.__annotations__
except NameError as error:
    print(error)


class Later:
    pass


print({k: v.__name__ for k, v in Node.__annotations__.items()}, {k: v.__name__ for k, v in Node.method.__annotations__.items()})


class Conditional:
    if note(False):
        hidden: int
    else:
        shown: str
    for _ in range(2):
        loop: float
    del _


print(Conditional.__annotations__)


class Scoped:
    x = "class"
    y: x
    z: (x, [1 for _ in "a"])
    __private: (lambda: __class__)


print(Scoped.__annotations__["y"], Scoped.__annotations__["z"], list(Scoped.__annotations__))


def outer():
    inside = "enclosing"

    class Local:
        a: inside

    def f(x: inside, y: unknown):
        pass
    inside = "changed"
    return Local.__annotations__, f


local, f = outer()
print(local)
try:
    f.__annotations__
except NameError as error:
    print(error)
unknown = "now known"
print(f.__annotations__)
f.__annotations__ = {"set": 1}
print(f.__annotations__, f.__annotate__)
f.__annotate__ = lambda format: {"made": format}
print(f.__annotations__)
f.__annotate__ = None
print(f.__annotations__)
module_value: note("module") = 5
bare: undefined_everywhere
print("module" in calls)
if True:
    conditional: int = 1


class Derived(Node):
    pass


print(Derived.__annotations__, "__annotate_func__" in vars(Node), "__annotations__" in vars(Derived))


class Generic[T]:
    item: T

    def get(self) -> T:
        pass


print(Generic.__annotations__["item"] is Generic.__type_params__[0], Generic.get.__annotations__["return"] is Generic.__type_params__[0])


def raising(x: 1 // 0):
    pass


for _ in range(2):
    try:
        raising.__annotations__
    except ZeroDivisionError as error:
        print(error)
