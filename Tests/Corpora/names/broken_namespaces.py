"""Names in namespaces that are no plain dicts: NameError, other errors, annotations, imports."""


def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except BaseException as e:
        print(type(e).__name__, e)


class Namespace(dict):
    """Raises the error given for a name, when it is read, written or deleted."""

    def __init__(self, errors):
        super().__init__()
        self.errors = errors

    def __getitem__(self, name):
        if ("get", name) in self.errors:
            raise self.errors["get", name]
        return super().__getitem__(name)

    def __setitem__(self, name, value):
        if ("set", name) in self.errors:
            raise self.errors["set", name]
        super().__setitem__(name, value)

    def __delitem__(self, name):
        if ("del", name) in self.errors:
            raise self.errors["del", name]
        super().__delitem__(name)


class Meta(type):
    errors = {}

    @classmethod
    def __prepare__(cls, name, bases):
        return Namespace(cls.errors)


def read():
    class X(metaclass=Meta):
        attempted = value


def write():
    class X(metaclass=Meta):
        value = 1


def remove():
    class X(metaclass=Meta):
        value = 1
        del value


def remove_missing():
    class X(metaclass=Meta):
        del value


def remove_missing_plain():
    class X:
        del value


def annotate():
    class X(metaclass=Meta):
        value: int = 1
    return X.__annotations__


def import_into():
    class X(metaclass=Meta):
        import sys as value


def function_in():
    class X(metaclass=Meta):
        def value(self):
            pass


def local_functions():
    outer = 1

    class X(metaclass=Meta):
        inner = outer
        nested = [outer for _ in "a"]
    return X.inner


for errors in [{}, {("get", "value"): KeyError("value")}, {("get", "value"): ValueError("get")}, {("set", "value"): ValueError("set")}, {("del", "value"): KeyError("del")},
               {("del", "value"): ValueError("del")}, {("get", "__annotations__"): ValueError("annotations")}, {("set", "__annotations__"): ValueError("annotations")},
               {("get", "__annotations__"): KeyError("annotations")}, {("get", "outer"): ValueError("outer")}, {("get", "__name__"): ValueError("name")}, {("set", "__module__"): ValueError("module")}]:
    print({" ".join(key): error for key, error in errors.items()})
    Meta.errors = errors
    for action in [read, write, remove, remove_missing, remove_missing_plain, annotate, import_into, function_in, local_functions]:
        print(action.__name__, end=" ")
        attempt(action)


def global_missing():
    return undefined_name


def global_deleted():
    global undefined_name
    del undefined_name


def local_missing():
    if False:
        local = 1
    return local


def local_deleted():
    if False:
        local = 1
    del local


def free_missing():
    def inner():
        return cell
    if False:
        cell = 1
    return inner()


def free_deleted():
    cell = 1

    def inner():
        nonlocal cell
        del cell
        del cell
    inner()


def cell_missing():
    def inner():
        return cell
    return cell
    cell = 1


def class_free():
    class X:
        attempted = cell
    cell = 1


def misspelt():
    total_count = 1
    return total_cuont


for action in [global_missing, global_deleted, local_missing, local_deleted, free_missing, free_deleted, cell_missing, class_free, misspelt]:
    attempt(action)
