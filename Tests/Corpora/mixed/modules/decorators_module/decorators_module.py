# Decorators for another version's program.
import functools


def traced(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        calls.append((f.__name__, len(args), sorted(kwargs)))
        return f(*args, **kwargs)
    return wrapper


def repeat(n):
    def decorator(f):
        @functools.wraps(f)
        def wrapper(*args):
            return [f(*args) for _ in range(n)]
        return wrapper
    return decorator


def register(cls):
    classes.append(cls.__name__)
    cls.registered = True
    return cls


class Cached:
    def __init__(self, f):
        self.f = f

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.f(instance)
        return value


calls, classes = [], []
