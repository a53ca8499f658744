# Instructions that look names up in builtins: __import__, __build_class__, AssertionError; and what happens without them.
import builtins

real_import, real_build = builtins.__import__, builtins.__build_class__


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def imports():
    import math
    from math import floor, ceil as up
    return math.floor is floor, up(1.5)


def makes_class():
    class Made:
        pass
    return Made.__name__


def asserts():
    assert not "an assertion", "fails"


def logging_import(name, globals=None, locals=None, fromlist=(), level=0):
    print("import", name, fromlist, level)
    return real_import(name, globals, locals, fromlist, level)


def logging_build(function, name, *bases, **keywords):
    print("build", name, bases, keywords)
    return real_build(function, name, *bases, **keywords)


builtins.__import__ = logging_import
builtins.__build_class__ = logging_build
attempt(imports)
attempt(makes_class)
del builtins.__import__, builtins.__build_class__
attempt(imports)
attempt(makes_class)
builtins.__import__, builtins.__build_class__ = real_import, real_build
attempt(imports)
attempt(makes_class)
builtins.AssertionError = ValueError
attempt(asserts)


class Fake:
    floor = "fake floor"


builtins.__import__ = lambda *args: Fake


def from_fake():
    from anything import floor
    return floor


def missing_from_fake():
    from anything import absent


attempt(from_fake)
attempt(missing_from_fake)
builtins.__import__ = real_import
builtins.added = "visible everywhere"
print(added)
del builtins.added


def gone():
    return added


attempt(gone)
attempt(lambda: real_build())
attempt(lambda: real_build(5, "n"))
attempt(lambda: real_build(lambda: None, 5))
attempt(lambda: real_build(lambda: None, "FromLambda").__name__)
attempt(lambda: __import__(5))
attempt(lambda: __import__(""))
attempt(lambda: __import__("math", level=-1))
attempt(lambda: __import__("math", level="x"))
