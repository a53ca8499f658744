# A class with operators of every kind.
class Number:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return "N(%r)" % (self.value,)

    def _other(self, other):
        return getattr(other, "value", other)

    def __add__(self, other):
        return NotImplemented if isinstance(other, str) else Number(self.value + self._other(other))

    def __radd__(self, other):
        return Number(("radd", other))

    def __iadd__(self, other):
        self.value += self._other(other)
        return self

    def __sub__(self, other):
        return Number(self.value - self._other(other))

    def __matmul__(self, other):
        return "matmul", other

    def __rmatmul__(self, other):
        return "rmatmul", other

    def __neg__(self):
        return Number(-self.value)

    def __invert__(self):
        return "invert"

    def __lt__(self, other):
        return self.value < self._other(other)

    def __eq__(self, other):
        return self.value == self._other(other)

    def __hash__(self):
        return hash(self.value)

    def __bool__(self):
        return self.value != 0

    def __getitem__(self, key):
        return "get", key

    def __setitem__(self, key, value):
        log.append(("set", key, value))

    def __delitem__(self, key):
        log.append(("del", key))

    def __contains__(self, item):
        return item == "inside"

    def __call__(self, *args, **kwargs):
        return args, kwargs

    def __format__(self, spec):
        return "<" + spec + ">"

    def __index__(self):
        return self.value

    def __pow__(self, other, modulo=None):
        return "pow", other, modulo


def apply(a, b):
    return a + b, a - b, a < b, a == b, a and b, a or b, not a, a is b


log = []
