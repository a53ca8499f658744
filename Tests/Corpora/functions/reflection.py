# locals(), vars(), dir(), eval-free reflection, frames.
import sys


def local_names(a, b=2):
    c = a + b
    snapshot = locals()
    d = 4
    return sorted(snapshot), sorted(locals())


print(local_names(1))


def outer():
    x = 1

    def inner():
        y = x
        return sorted(locals().items())
    return inner()


print(outer())


def who():
    frame = sys._getframe()
    return frame.f_code.co_name, frame.f_lineno, frame.f_back.f_code.co_name, sys._getframe(1).f_lineno


print(who())


def depth():
    frame, n = sys._getframe(), 0
    while frame:
        frame, n = frame.f_back, n + 1
    return n


print(depth(), (lambda: depth())())


class A:
    class_attribute = 1

    def __init__(self):
        self.instance_attribute = 2

    def method(self):
        pass


print([n for n in dir(A()) if not n.startswith("__")], [n for n in dir(A) if not n.startswith("__")], sorted(vars(A())))
print(type(A()).__name__, isinstance(A(), (int, A)), issubclass(A, object), type(A) is type, A.__bases__, A.__mro__ == (A, object))
print(id(A) == id(A), callable(A().method), hasattr(A, "method"))
x = 10


def shadow():
    x = 20
    return x, globals()["x"], vars()["x"]


print(shadow())
code = compile("", "n", "exec") if False else who.__code__
print(code.co_filename, code.co_consts[0], type(code).__name__)


def varied(*args, **kwargs):
    return locals()


print(varied(1, k=2), sorted(set(dir()) - {"sys"})[:3])
print(isinstance(print, type(len)), isinstance(True, int), isinstance(5, bool), isinstance([], (tuple, list)), isinstance(None, type(None)))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: isinstance(1, 5))
attempt(lambda: isinstance(1, (int, 5)))
attempt(lambda: isinstance(1, (str, 5)))
attempt(lambda: issubclass(1, int))
attempt(lambda: issubclass(int, 1))
attempt(lambda: sys._getframe(1000))
attempt(lambda: vars(5))
attempt(lambda: isinstance(1, int | str))
