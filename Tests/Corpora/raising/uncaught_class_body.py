# An uncaught exception from a class body in a function, under a decorator.
def decorator(cls):
    raise TypeError("not decorated: " + cls.__name__)


def make():
    @decorator
    class Made:
        value = [x * 2 for x in range(2)]

        def method(self):
            pass


make()
