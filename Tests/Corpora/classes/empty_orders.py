# Classes whose mro() returns nothing.


def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except BaseException as e:
        print(type(e).__name__, e)


class Empty(type):
    def mro(cls):
        return () if cls.__name__.startswith("Empty") else super().mro()


class A:
    inherited = 1


class B:
    pass


class T(A, metaclass=Empty):
    own = 2


attempt(Empty, "EmptyAtOnce", (), {})
T.__name__ = "Empty"
instance = T()


def assign():
    T.__bases__ = (B,)


attempt(assign)
print([cls.__name__ for cls in T.__mro__], [cls.__name__ for cls in T.__bases__])
attempt(lambda: T.own)
attempt(lambda: T.inherited)
attempt(lambda: instance.own)
attempt(lambda: instance.missing)
attempt(lambda: isinstance(instance, T))
attempt(lambda: isinstance(instance, A))
attempt(lambda: issubclass(T, object))
attempt(lambda: type(instance) is T)
attempt(lambda: T.__name__)
attempt(lambda: type("U", (T,), {}).__name__)
attempt(lambda: setattr(T, "added", 3))
attempt(lambda: T.added)
attempt(lambda: super(A, T).own)
