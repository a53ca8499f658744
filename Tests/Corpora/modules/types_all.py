# types: dynamic classes, DynamicClassAttribute, coroutine, SimpleNamespace.
import types


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **kwargs):
        print("prepare", name, [b.__name__ for b in bases], kwargs)
        return {"prepared": True}

    def __new__(meta, name, bases, namespace, **kwargs):
        return super().__new__(meta, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)


class Entries:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        return self.bases


class Bad:
    def __mro_entries__(self, bases):
        return [object]


class Other(type):
    pass


keywords = {"metaclass": Meta, "x": 1}
A = types.new_class("A", (), keywords, lambda ns: ns.update(a=5))
print(A.a, A.prepared, type(A), keywords["metaclass"], A.__module__)
B = types.new_class("B", (Entries(int), Entries()))
print(B.__bases__, len(B.__orig_bases__), B(7) + 1)
for make in (
    lambda: types.new_class("C").__mro__[1:], lambda: types.new_class(5), lambda: types.new_class("C", 5), lambda: types.new_class("C", (5,)),
    lambda: types.new_class("C", (), 5), lambda: types.new_class("C", (A, Other("O", (), {}))), lambda: types.new_class("C", (), None, 5),
    lambda: types.resolve_bases((int, Entries(str, float))), lambda: types.resolve_bases([int]), lambda: types.resolve_bases(5),
    lambda: types.resolve_bases((Bad(),)), lambda: types.prepare_class("C", (), {"metaclass": Meta, "k": 2})[1:], lambda: types.prepare_class("C")[0],
    lambda: types.prepare_class("C", (A,)), lambda: types.prepare_class("C", (), {"metaclass": len}),
):
    show(make)


class Metaclass(type):
    def __getattr__(cls, name):
        return "from the metaclass: " + name


class Holder(metaclass=Metaclass):
    def __init__(self):
        self._v = 1

    @types.DynamicClassAttribute
    def value(self):
        "its text"
        return self._v

    @value.setter
    def value(self, v):
        self._v = v

    @value.deleter
    def value(self):
        self._v = None


holder = Holder()
print(holder.value, Holder.value, Holder.__dict__["value"].__doc__)
holder.value = 5
print(holder.value)
del holder.value
print(holder.value)
empty = types.DynamicClassAttribute(doc="d")
for make in (
    lambda: empty.__doc__, lambda: empty.__get__(1), lambda: empty.__set__(1, 2), lambda: empty.__delete__(1), lambda: empty.__get__(None),
    lambda: empty.getter(len).__get__("abc"), lambda: types.DynamicClassAttribute(1, 2, 3, 4, 5),
):
    show(make)


@types.coroutine
def steps():
    x = yield 1
    return x


async def use():
    return await steps()


coroutine = use()
print(coroutine.send(None), end=" ")
try:
    coroutine.send("done")
except StopIteration as stop:
    print(stop.value)


class Generatorlike:
    def __init__(self):
        self.count = 0

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, value):
        self.count += 1
        if self.count > 2:
            raise StopIteration("end")
        return self.count

    def throw(self, *args):
        raise args[0]

    def close(self):
        pass


wrapped = types.coroutine(lambda: Generatorlike())


async def use_wrapped():
    return await wrapped()


coroutine = use_wrapped()
print(coroutine.send(None), coroutine.send(None), end=" ")
try:
    coroutine.send(None)
except StopIteration as stop:
    print(stop.value)
print(types.coroutine(len)("abc"), types.coroutine(types.coroutine(steps)) is not None)
N = types.SimpleNamespace
n = N(b=1, a=2)
n.c = n
for make in (
    lambda: N(), lambda: N(x=1), lambda: n, lambda: n.a, lambda: n.zz, lambda: N(a=1) == N(a=1), lambda: N(a=1) == {"a": 1}, lambda: N(a=1) != N(a=2), lambda: N() < N(),
    lambda: N(5), lambda: N(a=1).__reduce__()[1:], lambda: vars(N(a=1)), lambda: delattr(N(a=1), "a"), lambda: delattr(N(), "a"), lambda: hash(N()), lambda: N(**{"a b": 1}),
):
    show(make)


class Sub(N):
    pass


print(Sub(a=1), Sub(a=1) == N(a=1), types.FunctionType is type(lambda: 0), types.LambdaType is types.FunctionType)
print(sorted(n for n in types.__all__ if n.endswith("Type") and n != "CapsuleType")[:6])
