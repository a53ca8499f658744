# How classes are made: metaclasses, __prepare__, __init_subclass__, __set_name__, __new__, decorators, keywords.
class Meta(type):
    def __prepare__(name, bases, **keywords):
        print("prepare", name, [b.__name__ for b in bases], keywords)
        return {"prepared": True}

    def __new__(mcls, name, bases, namespace, **keywords):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")))
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        print("init", name)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args, kwargs)
        return super().__call__(*args, **kwargs)

    def __repr__(cls):
        return f"<class {cls.__name__} by Meta>"

    def __len__(cls):
        return 42

    def __getitem__(cls, key):
        return cls.__name__, key

    def __iter__(cls):
        return iter("meta")

    def __contains__(cls, x):
        return x == "in"

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return "meta attribute " + name

    @property
    def prop(cls):
        return "property of the metaclass on " + cls.__name__


class Base(metaclass=Meta, flag=1):
    x = 1

    def __new__(cls, *args):
        print("Base.__new__", args)
        return super().__new__(cls)

    def __init__(self, *args):
        print("Base.__init__", args)


class Derived(Base, other="o"):
    pass


d = Derived(5)
print(Base, type(Derived) is Meta, len(Base), Base["k"], list(Base), "in" in Base, Base.anything, Base.prop, Base.prepared)


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[name or cls.__name__] = cls
        print("subclass", cls.__name__, name)


class First(Plugin):
    pass


class Second(Plugin, name="second"):
    pass


print(sorted(Plugin.registry))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""))


def unexpected_keyword():
    class X(keyword=1):
        pass


class Meta2(type):
    pass


def conflict():
    class X(Base, metaclass=Meta2):
        pass


class BadSetName:
    def __set_name__(self, owner, name):
        raise ValueError("set_name failed")


def set_name_fails():
    class X:
        attribute = BadSetName()


class PrepareNoMapping(type):
    def __prepare__(name, bases):
        return 5


def prepare_fails():
    class X(metaclass=PrepareNoMapping):
        pass


def function_metaclass(name, bases, namespace):
    return name, bases, sorted(k for k in namespace if not k.startswith("__"))


class NotAClass(metaclass=function_metaclass):
    a = 1
    b = 2


print(NotAClass)
attempt(unexpected_keyword)
attempt(conflict)
attempt(set_name_fails)
attempt(prepare_fails)


class Singleton:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance


print(Singleton() is Singleton())


class Other:
    def __new__(cls):
        return "not an instance"

    def __init__(self):
        print("never called")


print(Other())


def add_method(cls):
    cls.extra = lambda self: "from decorator"
    return cls


def replace(argument):
    def decorate(cls):
        return type(cls.__name__ + argument, (cls,), {"replaced": True})
    return decorate


@replace("Plus")
@add_method
class Decorated:
    pass


print(Decorated.__name__, Decorated().extra(), Decorated.replaced)


class Entries:
    def __mro_entries__(self, bases):
        print("mro_entries", len(bases))
        return (Plugin,)


class ViaEntries(Entries(), name="via"):
    pass


print(ViaEntries.__bases__, ViaEntries.__orig_bases__[0].__class__.__name__)


class Namespace(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("define", key)
        super().__setitem__(key, value)

    def __missing__(self, key):
        if key.startswith("magic"):
            return "made up " + key
        raise KeyError(key)


class Recording(type):
    def __prepare__(name, bases):
        return Namespace()


class Recorded(metaclass=Recording):
    a = 1
    b = magic_name
    a = 2
    del b
    try:
        missing_name
    except NameError as error:
        message = str(error)


print(Recorded.a, hasattr(Recorded, "b"), Recorded.message)


class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


print(Generic[int], Generic["x"])
bases = (First, Second)
keywords = {"name": "starred"}


class Starred(*bases, **keywords):
    pass


print(Starred.__mro__[1].__name__)
Made = type("Made", (Plugin,), {"value": 5, "method": lambda self: self.value})
print(Made().method(), Made.__name__)


class Countable(type):
    def __instancecheck__(cls, instance):
        return instance == 5

    def __subclasscheck__(cls, subclass):
        return subclass is int


class Five(metaclass=Countable):
    pass


print(isinstance(5, Five), isinstance(6, Five), issubclass(int, Five), issubclass(str, Five))


def cell_usage():
    class WithClassCell:
        def get(self):
            return __class__

    class NoPropagate(type):
        def __new__(mcls, name, bases, namespace):
            namespace.pop("__classcell__", None)
            return super().__new__(mcls, name, bases, namespace)
    print(WithClassCell().get() is WithClassCell)

    class Broken(metaclass=NoPropagate):
        def get(self):
            return __class__


attempt(cell_usage)
