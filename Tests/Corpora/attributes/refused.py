"""Errors of attributes, descriptors, __slots__, super and class creation."""


def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except Exception as e:
        print(type(e).__name__, e)


class Plain:
    pass


class Slotted:
    __slots__ = ("s",)


class Proper:
    @property
    def p(self):
        return 1

    unreadable = property(None, lambda self, value: None)
    nothing = property()


class Nameless:
    pass


Nameless.p = property(None)


def delete(value, name):
    delattr(value, name)


def assign(value, name, new=5):
    setattr(value, name, new)


p = Proper()
for action in [getattr, assign, delete]:
    for name in ["p", "unreadable", "nothing", "missing", "__class__", "__dict__", "__doc__"]:
        print(action.__name__, name, end=" ")
        attempt(action, p, name) if (action, name) not in [(getattr, "__dict__"), (assign, "__class__")] else print()
attempt(getattr, Nameless(), "p")
attempt(assign, Nameless(), "p")
attempt(delete, Nameless(), "p")
for value in [Plain(), Slotted(), 5, None, Plain, int, attempt, [], ValueError(), len]:
    print(type(value).__name__)
    attempt(delete, value, "missing")
    attempt(getattr, value, "missing")
    if value is not Plain and not callable(value):
        attempt(assign, value, "missing")
    attempt(lambda: getattr(value, 5))
    attempt(lambda: setattr(value, 5, 5))
    attempt(lambda: delattr(value, 5))
attempt(delete, Slotted(), "s")
attempt(getattr, Slotted(), "s")
attempt(assign, Slotted(), "append")
attempt(assign, [], "append")
attempt(delete, [], "append")
attempt(assign, 5, "real")
attempt(delete, 5, "real")
attempt(Slotted.s.__get__, 5)
attempt(lambda: Slotted.s.__set__(5, 6))
attempt(lambda: Slotted.s.__delete__(5))
attempt(lambda: int.real.__get__("a"))
attempt(lambda: int.__add__.__get__("a"))
attempt(lambda: list.append.__get__("a"))
attempt(lambda: list.append.__get__("a", list))
attempt(lambda: int.real.__set__("a", 5))


class Getter:
    def __get__(self, instance, owner):
        raise AttributeError("from __get__")


class Setter:
    def __set__(self, instance, value):
        raise KeyError("from __set__")


class Deleter:
    def __delete__(self, instance):
        raise KeyError("from __delete__")


class Host:
    g = Getter()
    s = Setter()
    d = Deleter()

    def method(self):
        return 1


class Fallback(Host):
    def __getattr__(self, name):
        if name == "value":
            raise ValueError("from __getattr__")
        return "fallback " + name


class Own(Host):
    def __getattribute__(self, name):
        if name == "value":
            raise ValueError("from __getattribute__")
        return super().__getattribute__(name)


for cls in [Host, Fallback, Own]:
    for name in ["g", "s", "d", "value", "method", "other"]:
        print(cls.__name__, name)
        attempt(lambda: type(getattr(cls(), name)).__name__)
        attempt(lambda: type(getattr(cls(), name, "default")).__name__)
        attempt(lambda: hasattr(cls(), name))
        attempt(assign, cls(), name)
        attempt(delete, cls(), name)


class Lost:
    pass


class Half:
    def __set__(self, instance, value):
        pass


class HalfDelete:
    def __delete__(self, instance):
        pass


Lost.h = Half()
Lost.d = HalfDelete()
attempt(delete, Lost(), "h")
attempt(assign, Lost(), "d")


def set_dict(value, new):
    value.__dict__ = new
    return value.__dict__


for new in [5, None, [], {"a": 1}]:
    attempt(set_dict, Plain(), new)
    attempt(set_dict, Slotted(), new)
    attempt(set_dict, attempt, new) if new.__class__ is not dict else None
    attempt(set_dict, Plain, new)
    attempt(set_dict, ValueError(), new)
attempt(lambda: Plain.__dict__["__dict__"].__get__(Slotted()))
attempt(lambda: Plain.__dict__["__dict__"].__get__(Host()))
attempt(lambda: Plain.__dict__["__weakref__"].__get__(5))

# __slots__


def make(slots, base=object, **namespace):
    cls = type("Made", base if isinstance(base, tuple) else (base,), {"__slots__": slots, **namespace})
    return sorted(n for n in cls.__dict__ if not n.startswith("__"))


class WithDict:
    pass


for slots in ["a", ("a", "b"), (), ["b", "a"], {"a": "doc"}, 5, (5,), ("1a",), ("a b",), ("",), ("a", "a"), "__dict__", ("__dict__", "__dict__"), "__weakref__", ("__dict__", "__weakref__"), None,
              ("__private", "__dunder__"), iter("xy")]:
    attempt(make, slots)
attempt(make, "a", WithDict)
attempt(make, "__dict__", WithDict)
attempt(make, "__weakref__", WithDict)
attempt(make, "__weakref__", set)
attempt(make, "a", int)
attempt(make, "a", tuple)
attempt(make, "a", bytes)
attempt(make, "a", str)
attempt(make, "a", list)
attempt(make, (), int)
attempt(make, "__dict__", int)
attempt(lambda: make("a", a=5))
attempt(lambda: make(("a", "__qualname__")))
attempt(lambda: make("a", (Slotted, list)))
attempt(lambda: make("a", (Slotted, WithDict)))

# super


class Base:
    def method(self):
        return "base"


class Derived(Base):
    def plain(self):
        return super().method()

    def deleted(self):
        del self
        return super().method()

    def late():
        return super()

    def rebound(self):
        self = 5
        return super().method()

    def in_comprehension(self):
        return [super().method() for _ in "ab"]

    def in_generator(self):
        return list(super().method() for _ in "ab")

    def missing(self):
        return super().missing

    def cell(self):
        def inner():
            return self
        return super().method() + str(inner() is self)

    def no_class_cell(self):
        return super

    def starred(*arguments):
        return super().method()

    @staticmethod
    def static(value):
        return super().method()

    @classmethod
    def of_class(cls):
        return super().__name__


d = Derived()
for name in ["plain", "deleted", "rebound", "in_comprehension", "in_generator", "missing", "cell", "starred"]:
    print(name, end=" ")
    attempt(getattr(d, name))
attempt(Derived.late)
attempt(lambda: Derived.static(5))
attempt(lambda: Derived.static(d))
attempt(lambda: Derived.of_class())
attempt(lambda: super())
attempt(lambda self: super(), 5)
attempt(lambda: super(5))
attempt(lambda: super(Base, 5))
attempt(lambda: super(Base, Plain))
attempt(lambda: super(Base, Derived).method(d))
attempt(lambda: super(Base, Derived, 3))
attempt(lambda: super(Base).method)
attempt(lambda: super(Derived).__get__(d).method())
attempt(lambda: super(Derived).__get__(5))


class Early:
    def method(self):
        return super().__init__

    def __init_subclass__(cls):
        super().__init_subclass__()


class Meta(type):
    def __new__(cls, name, bases, namespace):
        namespace["early"](5)
        return super().__new__(cls, name, bases, namespace)


def uses_super_early():
    class X(metaclass=Meta):
        def early(self):
            return super()


attempt(uses_super_early)

# class creation


def create(*arguments, **keywords):
    return type(*arguments, **keywords).__name__


attempt(create, "X", (5,), {})
attempt(create, "X", ("a",), {})
attempt(create, "X", (int, str), {})
attempt(create, "X", (int, 5), {})
attempt(create, "X", (OSError, StopIteration), {})
attempt(create, "X", (OSError, ValueError), {})
attempt(create, "X", (SystemExit, KeyError), {})
attempt(create, "X", (bool,), {})
attempt(create, "X", (type(None),), {})
attempt(create, "X", (type(len),), {})
attempt(create, "X", (), {"__qualname__": 5})
attempt(create, "X", (), {"__classcell__": 5})
attempt(create, "X", (), {"__classdictcell__": 5})
attempt(create, "X", (), {"__module__": 5})
attempt(create, "X", (), {"__doc__": 5})
attempt(create, "X\0Y", (), {})
attempt(create, "X\ud800", (), {})
attempt(lambda: create("X", (), {}, key=5))
attempt(lambda: create("X", (Plain,), {}, key=5))
attempt(create, "X", (list,), {"__init_subclass__": 5})
attempt(create, "X", (type("B", (), {"__init_subclass__": 5}),), {})


class SetName:
    def __set_name__(self, owner, name):
        raise ValueError("set name")


try:
    type("X", (), {"attribute": SetName()})
except (ValueError, RuntimeError) as e:
    print(type(e).__name__, e, repr(e.__cause__))


def bad_annotations():
    class X(metaclass=lambda *a: 5):
        pass
    return X


attempt(bad_annotations)


class Uncallable:
    __mro_entries__ = 5


class Entries:
    def __init__(self, result):
        self.result = result

    def __mro_entries__(self, bases):
        return self.result


def derive(base, **keywords):
    class X(base, **keywords):
        pass
    return X.__bases__


for base in [5, None, Uncallable(), Entries(5), Entries(()), Entries((int,)), Entries([int]), Plain, Plain()]:
    attempt(derive, base)
for keywords in [{"metaclass": 5}, {"metaclass": int}, {"key": 1}, {"metaclass": type, "key": 1}]:
    attempt(lambda: derive(Plain, **keywords))


class BadPrepare(type):
    @classmethod
    def __prepare__(cls, name, bases):
        return 5


class RaisingPrepare(type):
    @classmethod
    def __prepare__(cls, name, bases):
        raise KeyError("prepare")


attempt(lambda: derive(object, metaclass=BadPrepare))
attempt(lambda: derive(object, metaclass=RaisingPrepare))
attempt(lambda: object.__new__(int))
attempt(lambda: int.__new__(str))
attempt(lambda: int.__new__(5))
attempt(lambda: int.__new__())
attempt(lambda: object.__new__(type))
attempt(lambda: type(None)(5))
attempt(lambda: type(...)(5))
attempt(lambda: type(NotImplemented)(5))
attempt(lambda: type(len)(5))
attempt(lambda: type(attempt)())
attempt(lambda: type((x for x in ""))())
attempt(lambda: isinstance(5, 5))
attempt(lambda: isinstance(5, (int, 5)))
attempt(lambda: isinstance(5, (str, 5)))
attempt(lambda: issubclass(5, int))
attempt(lambda: issubclass(int, 5))
attempt(lambda: issubclass(int, (str, 5)))
attempt(lambda: Plain(5))
attempt(lambda: Plain(a=5))
attempt(lambda: object(5))


class InitReturns:
    def __init__(self):
        return 5


class NewOnly:
    def __new__(cls, value):
        return super().__new__(cls)


class InitOnly:
    def __init__(self, value):
        pass


attempt(InitReturns)
attempt(NewOnly)
attempt(InitOnly)
attempt(lambda: NewOnly(1, 2))
attempt(lambda: object.__init__(NewOnly(1), 2))
attempt(lambda: object.__init__(InitOnly(1), 2))
attempt(lambda: object.__init__(Plain(), 2))
attempt(lambda: object.__new__(Plain, 2))
attempt(lambda: object.__new__(InitOnly, 2) is None)
attempt(lambda: object.__new__(NewOnly, 2))
