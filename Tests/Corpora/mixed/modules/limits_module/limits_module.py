# Recursion in many forms.
def direct(n):
    return direct(n + 1)


class Thing:
    def __repr__(self):
        return repr(self)

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __eq__(self, other):
        return self == other


def through(function, n):
    return function(through, n + 1)


def generator(n):
    yield from generator(n + 1)
