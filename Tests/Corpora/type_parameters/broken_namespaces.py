# The values of type aliases in classes whose namespaces raise errors.
# versions: 3.12-
class Namespace(dict):
    def __init__(self, errors):
        super().__init__()
        self.errors = errors

    def __getitem__(self, name):
        if name in self.errors:
            raise self.errors[name]
        return super().__getitem__(name)


class Meta(type):
    errors = {}

    @classmethod
    def __prepare__(cls, name, bases):
        return Namespace(cls.errors)


def read():
    class X[T](metaclass=Meta):
        type Alias = value
    return X.Alias.__value__


def bound():
    class X(metaclass=Meta):
        def f[T: value](self):
            pass
    return X.f.__type_params__[0].__bound__


for errors in [{}, {"value": KeyError("value")}, {"value": ValueError("get")}, {"__name__": ValueError("name")}]:
    Meta.errors = errors
    for action in (read, bound):
        for _ in range(2):
            try:
                print(action())
            except Exception as e:
                print(action.__name__, type(e).__name__, e)
            globals()["value"] = "found"
        del value
