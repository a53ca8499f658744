"""What the values of the differential test are made of: classes that lie, raise, or change what is being worked on.

Runs in CPython and in Adder, so it uses nothing that needs a standard library written in Python.
"""


class State:
    """What the values of the call that is running may see."""
    receiver = None


class Plain:
    """An instance without methods."""


class Slotted:
    __slots__ = ("a", "b")


class IntSub(int): pass


class FloatSub(float): pass


class ComplexSub(complex): pass


class StrSub(str): pass


class BytesSub(bytes): pass


class ByteArraySub(bytearray): pass


class ListSub(list): pass


class TupleSub(tuple): pass


class DictSub(dict):
    def __missing__(self, key): return ("missing", key)


class PlainDictSub(dict): pass


class SetSub(set): pass


class FrozenSetSub(frozenset): pass


class TypeSub(type): pass


class PropertySub(property): pass


class ErrorSub(ValueError): pass


class IntIndex(int):
    def __index__(self): return 7

    def __int__(self): return 8


class StrOdd(str):
    def __str__(self): return "odd str"

    def __eq__(self, other): return True

    def __hash__(self): return 5

    def __len__(self): return 3


class ListOdd(list):
    def __iter__(self): return iter("odd")

    def __len__(self): return 2

    def __getitem__(self, index): return ("item", index)

    def __eq__(self, other): return NotImplemented


class DictOdd(dict):
    def keys(self): return ["k1", "k2"]

    def __getitem__(self, key): return ("item", key)

    def __iter__(self): return iter(["k3"])


class Given:
    """Shown by the class' name and what it was made of."""
    def __init__(self, value=None): self.value = value


class Index(Given):
    def __index__(self):
        if isinstance(self.value, BaseException): raise self.value
        return self.value


class Int(Given):
    def __int__(self): return self.value


class Trunc(Given):
    def __trunc__(self): return self.value


class Float(Given):
    def __float__(self):
        if isinstance(self.value, BaseException): raise self.value
        return self.value


class Complex(Given):
    def __complex__(self): return self.value


class Truth(Given):
    def __bool__(self):
        if isinstance(self.value, BaseException): raise self.value
        return self.value


class Length(Given):
    def __len__(self):
        if isinstance(self.value, BaseException): raise self.value
        return self.value


class Hash(Given):
    def __hash__(self):
        if isinstance(self.value, BaseException): raise self.value
        return self.value

    def __eq__(self, other): return self is other


class Equal(Given):
    """Equal to everything, to nothing, or raises."""
    def __eq__(self, other):
        if isinstance(self.value, BaseException): raise self.value
        return self.value

    def __hash__(self): return 3


class Order(Given):
    def __lt__(self, other):
        if isinstance(self.value, BaseException): raise self.value
        return self.value

    __gt__ = __le__ = __ge__ = __lt__


class Text(Given):
    def __str__(self):
        if isinstance(self.value, BaseException): raise self.value
        return self.value


class Repr(Given):
    def __repr__(self):
        if isinstance(self.value, BaseException): raise self.value
        return self.value


class Format(Given):
    def __format__(self, spec):
        if isinstance(self.value, BaseException): raise self.value
        return "<" + spec + ">" if self.value is None else self.value


class Bytes(Given):
    def __bytes__(self): return self.value


class Path(Given):
    def __fspath__(self): return self.value


class Items(Given):
    """Only __getitem__: iterated and searched by index."""
    def __getitem__(self, index): return self.value[index]


class Sized(Items):
    def __len__(self): return len(self.value)


class Iter(Given):
    def __iter__(self):
        if isinstance(self.value, BaseException): raise self.value
        return self.value


class Next:
    """An iterator of some items that then raises."""
    def __init__(self, items, error=None):
        self.items, self.error = list(items), error

    def __iter__(self): return self

    def __next__(self):
        if self.items: return self.items.pop(0)
        raise self.error or StopIteration


class Hint(Next):
    def __init__(self, items, hint):
        Next.__init__(self, items)
        self.hint = hint

    def __length_hint__(self):
        if isinstance(self.hint, BaseException): raise self.hint
        return self.hint


class Contains(Given):
    def __contains__(self, item): return self.value


class Keys(Given):
    """A mapping by keys and __getitem__ alone."""
    def keys(self): return self.value

    def __getitem__(self, key):
        if isinstance(key, int) and key > 3: raise IndexError(key)
        return ("value of", key)


class Mutator:
    """Changes the receiver of the call while it is compared."""
    def __init__(self, how="clear"): self.how = how

    def __eq__(self, other):
        mutate(self.how)
        return False

    def __lt__(self, other):
        mutate(self.how)
        return True

    def __hash__(self): return 1

    def __index__(self):
        mutate(self.how)
        return 1

    def __iter__(self):
        mutate(self.how)
        return iter((1, 2))


def mutate(how):
    receiver = State.receiver
    if type(receiver) in (list, dict, set, bytearray):
        if how == "clear":
            receiver.clear()
        elif len(receiver) < 40:
            if type(receiver) is dict: receiver[len(receiver) + 100] = 1
            elif type(receiver) is set: receiver.add(len(receiver) + 100)
            else: receiver.append(len(receiver))


class Number:
    """All operators, each answering with what was asked."""
    def __repr__(self): return "Number()"

    def __getitem__(self, key):
        if isinstance(key, int) and key > 3: raise IndexError(key)
        return ("getitem", key)


class Declines:
    """All operators, each declining."""
    def __repr__(self): return "Declines()"


def fill():
    def operator(name): return lambda self, *rest: (name,) + rest

    def declined(self, *rest): return NotImplemented

    for name in ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "divmod", "pow", "lshift", "rshift", "and", "xor", "or"):
        for prefix in ("", "r", "i"):
            if prefix + name != "idivmod":
                setattr(Number, "__" + prefix + name + "__", operator(prefix + name))
                setattr(Declines, "__" + prefix + name + "__", declined)
    for name in ("lt", "le", "eq", "ne", "gt", "ge"):
        setattr(Number, "__" + name + "__", operator(name))
        setattr(Declines, "__" + name + "__", declined)
    for name in ("neg", "pos", "abs", "invert", "round", "trunc", "floor", "ceil", "call"):
        setattr(Number, "__" + name + "__", operator(name))


fill()


class Descriptor:
    def __get__(self, instance, owner=None): return ("got", type(instance).__name__, owner and owner.__name__)

    def __set__(self, instance, value): raise AttributeError("read only")


class WithAttributes:
    descriptor = Descriptor()
    constant = 5

    def __init__(self): self.x = 1

    def method(self, *args, **keywords): return (args, keywords)

    @property
    def named(self): return "property"

    @classmethod
    def made(cls, *args): return (cls.__name__, args)

    @staticmethod
    def still(*args): return args


class Dynamic:
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return "dynamic " + name

    def __setattr__(self, name, value): raise TypeError("no setting of " + str(name))


class Manager:
    def __enter__(self): return "entered"

    def __exit__(self, *error): return True


def fresh(*bases, **members):
    """A new class, so that nothing that is done to it is seen by later calls."""
    return type("Fresh", bases, members)


def with_metaclass(): return TypeSub("Made", (), {"attribute": 1})


def generate(*items):
    for item in items:
        sent = yield item
        if sent is not None:
            yield ("sent", sent)
    return "end"


def catching():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        raise
    except BaseException as error:
        yield ("caught", type(error).__name__)
    finally:
        yield_nothing = None


def raising(error):
    def function(*args, **keywords): raise error
    return function


async def coroutine(result=None): return result


async def agenerate(*items):
    for item in items:
        yield item


def started(generator):
    next(generator)
    return generator


def advanced(iterator, count=1):
    for _ in range(count):
        next(iterator)
    return iterator


def recursive_list():
    items = [1]
    items.append(items)
    return items


def recursive_dict():
    items = {}
    items["self"] = items
    return items


def caught(error):
    try:
        raise error
    except BaseException as found:
        return found


def chained():
    try:
        try:
            raise KeyError("first")
        except KeyError as error:
            raise ValueError("second") from error
    except ValueError as error:
        return error


def parameters(a, b=2, *args, c, d=4, **keywords): return (a, b, args, c, d, keywords)


def closed(value):
    def inner(): return value
    return inner


# What has no expression.

def iadd(a, b): a += b; return a
def isub(a, b): a -= b; return a
def imul(a, b): a *= b; return a
def imatmul(a, b): a @= b; return a
def itruediv(a, b): a /= b; return a
def ifloordiv(a, b): a //= b; return a
def imod(a, b): a %= b; return a
def ipow(a, b): a **= b; return a
def ilshift(a, b): a <<= b; return a
def irshift(a, b): a >>= b; return a
def iand(a, b): a &= b; return a
def ixor(a, b): a ^= b; return a
def ior(a, b): a |= b; return a
def setitem(a, b, c): a[b] = c
def delitem(a, b): del a[b]
def setslice(a, b, c, d): a[b:c] = d
def setstep(a, b, c, d, e): a[b:c:d] = e
def delslice(a, b, c): del a[b:c]
def delstep(a, b, c, d): del a[b:c:d]


def unpack_two(x):
    a, b = x
    return (a, b)


def unpack_star(x):
    a, *b, c = x
    return (a, b, c)


def loop(x):
    items = []
    for item in x:
        items.append(item)
        if len(items) > 20: break
    return items


def with_block(manager):
    with manager as value:
        return value


def raise_it(error): raise error


def raise_from(error, cause): raise error from cause


def delegate(x):
    def generator():
        return (yield from x)
    return list(generator())


def truth(x): return "yes" if x else "no"


def define(*bases, **keywords):
    class Made(*bases, **keywords): pass
    return Made
