# Class bodies: names of classes, functions and globals around them, __class__ and metaclasses, namespaces of other kinds.
name = "global"


def class_free(name):
    class C:
        before = name
        name = "class"
        after = name

        def method(self):
            return name
    return C.before, C.after, C().method()


def class_of_global():
    class C:
        before = name
        name = "class"
        after = name
    return C.before, C.after


def conditional(flag):
    name = "function"

    class C:
        if flag:
            name = "class"
        seen = name
    return C.seen


def deleted():
    name = "function"

    class C:
        name = "class"
        del name
        seen = name
    return C.seen


def nested():
    a = "a"

    class Outer:
        b = "b"

        class Inner:
            c = a
            try:
                d = b
            except NameError as error:
                d = str(error)
    return Outer.Inner.c, Outer.Inner.d, Outer.Inner.__qualname__


def with_nonlocal():
    count = 0

    class C:
        nonlocal count
        count += 1
        local = count
    return count, C.local, hasattr(C, "count")


def with_global():
    class C:
        global made_by_class
        made_by_class = "global"
    return made_by_class, hasattr(C, "made_by_class")


class Namespace(dict):
    def __missing__(self, key):
        if key.startswith("auto_"):
            return key.upper()
        raise KeyError(key)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **keywords):
        print("prepare", name, [b.__name__ for b in bases], keywords)
        return Namespace(given="from prepare", **keywords)

    def __new__(mcls, name, bases, namespace, **keywords):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")), "__classcell__" in namespace)
        return super().__new__(mcls, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **keywords):
        print("init", name, keywords)


class Made(metaclass=Meta, option=1):
    seen = given, auto_name, name, option

    def method(self):
        return __class__.__name__


def made_in_function():
    auto_free = "free"

    class InFunction(metaclass=Meta):
        seen = auto_free
        loop = [c for c in given]
    return InFunction.seen, len(InFunction.loop)


class Decorated:
    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        self._value = new * 2

    for i in range(3):
        locals()["generated_%d" % i] = i
    total = sum([generated_0, generated_1, generated_2])
    del i
    functions = {}

    def register(functions=functions):
        def decorator(f):
            functions[f.__name__] = f
            return f
        return decorator

    @register()
    def first(self):
        return "first"

    __mangled = "mangled"

    def read(self):
        return self.__mangled, Decorated._Decorated__mangled


class Sub(Decorated):
    __mangled = "other"


def class_cell_forgotten():
    class Forgets(type):
        def __new__(mcls, name, bases, namespace):
            namespace.pop("__classcell__", None)
            return super().__new__(mcls, name, bases, namespace)
    try:
        class C(metaclass=Forgets):
            def method(self):
                return __class__
    except RuntimeError as error:
        return str(error)


def early_class():
    class Early(type):
        def __new__(mcls, name, bases, namespace):
            cls = super().__new__(mcls, name, bases, namespace)
            return cls

        def __init__(cls, name, bases, namespace):
            cls.result = cls.method(None)

    class C(metaclass=Early):
        def method(self):
            return __class__.__name__
    return C.result


print(class_free("argument"), class_of_global(), conditional(True), conditional(False), deleted(), nested(), with_nonlocal(), with_global())
print(Made.seen, Made().method(), made_in_function())
d = Decorated()
d.value = 4
print(d.value, Decorated.total, hasattr(Decorated, "i"), sorted(Decorated.functions), d.read(), Sub().read())
print(class_cell_forgotten(), early_class())


class Doc:
    "the docstring"
    text = __doc__, __module__, __qualname__


print(Doc.__doc__, Doc.text)


def raising():
    class C:
        x = 1
        raise ValueError(x)


try:
    raising()
except ValueError as error:
    print(error, error.__traceback__.tb_next.tb_next.tb_frame.f_code.co_name)
