# What is rarely asked of builtins: results that are instances of subclasses, ints of bools, items that fall or are equal, errors of two kinds at once.
import array
import binascii
import bisect
import collections
import copy
import functools
import operator
import random
import struct
import sys
import time
import types
import weakref


def show(label, function, *args, **keywords):
    try:
        result = function(*args, **keywords)
        print(label, type(result).__name__, ascii(result))
    except Exception as error:
        print(label, type(error).__name__, ascii(error.args), type(error.__context__).__name__)


class Text(str):
    def __repr__(self):
        return "Text!"


class Sly(str):
    def __str__(self):
        return "sly text"

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 5


class Real(float):
    pass


for form in ["{:s}", "{:1}", "{!s}", "{:.3}", "{:.2}", "{:4}", "{:<1}", "{0:1}", "{:s}x", "x{:s}", "{:s}{:s}"]:
    show(form, form.format, Text("odd"), Text("odd"))
show("join", "abc".join, type("Other", (list,), {"__iter__": lambda self: iter("odd")})([9, 8]))

for name in ["__and__", "__or__", "__xor__", "__rand__", "__ror__", "__rxor__"]:
    show(name, getattr(int, name), True, False)
    show(name, getattr(bool, name), True, False)


class Logged:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        log.append((self.n, other.n))
        return self.n < other.n


for numbers in ([1, 1, 1, 0, 0], [3, 2, 2, 1], [2, 2, 1, 1, 0, 5, 6], [1, 2, 2, 1], [5, 4, 4, 4, 7], [1, 1, 2, 0], [4, 4], [3, 3, 3, 2, 2, 2, 1, 4, 4, 4]):
    log = []
    items = [Logged(n) for n in numbers]
    order = {id(item): k for k, item in enumerate(items)}
    items.sort()
    print(numbers, [order[id(item)] for item in items], log)
nan = float("nan")
for values in ([-1.0, -2.0, nan], [-1, -2, nan, -5], [Real(-1.0), -2.0, Real(nan), -5.0], [nan, 1.0, nan, 0.5, nan]):
    print(sorted(values))

show("hash", type(vars(int)).__hash__ or "none".upper)
show("bisect", bisect.bisect, {}, 3)
show("bisect", bisect.bisect_left, types.MappingProxyType({1: 2}), 3)
show("insort", bisect.insort, types.MappingProxyType({1: 2}), 3)
show("asctime", time.asctime, None)
show("localtime", time.localtime, 2.0 ** 63)
show("localtime", time.localtime, -(2.0 ** 63))
show("localtime", time.localtime, 1e19)
show("most_common", collections.Counter(a=3, b=-1).most_common, Real("nan"))
show("most_common", collections.Counter(a=3, b=-1, c=2).most_common, 2)
show("most_common", collections.Counter(a=3, b=-1).most_common, -2)
show("Random", random.Random, 1, {})
show("b2a_uu", binascii.b2a_uu, {}, backtick={})
show("min", lambda: min(self=1))
show("from_bytes", int.from_bytes, type("Five", (), {"__index__": lambda self: 5})(), "little")
show("del", operator.delitem, object(), 3)
show("del", operator.delitem, types.SimpleNamespace(), 3)
show("deepcopy", lambda: (lambda r: copy.deepcopy(r) is r)(range(3)))
show("deepcopy", lambda: (lambda r: copy.deepcopy(r) is r)(slice(3)))
show("range", repr, range(5, 2 ** 70, True))
show("pop", collections.OrderedDict(a=1).pop, KeyError("x"))
show("move_to_end", collections.OrderedDict(a=1).move_to_end, KeyError("x"))
for v in (2.5, None, TypeError("x"), ValueError("v"), 2 ** 70):
    def index(self):
        if isinstance(v, Exception):
            raise v
        return v
    value = type("Value", (), {"__index__": index})()
    show("%c", "%c".__mod__, (value,))
    show("%c", b"%c".__mod__, (value,))
show("delattr", struct.Struct("i").__delattr__, Sly("odd"))
show("delattr", (lambda: 3).__delattr__, Sly("odd"))
show("delattr", delattr, type("C", (), {})(), Sly("odd"))
for module in (type(sys)("m"),):
    show("module", module.__format__, 1, 2)
    show("module", module.__dir__, 1)
    show("module", object.__getattribute__, module, "missing")
    show("module", module.__getattribute__, "missing")
    module.__getattr__ = lambda name: name * 2
    show("module", module.__getattribute__, "missing")
    show("module", object.__getattribute__, module, "missing")
show("namespace", getattr, types.SimpleNamespace(), "__module__")
show("reference", getattr, weakref.ref(show), "__module__")
show("update_wrapper", functools.update_wrapper, 0.5, types.SimpleNamespace())
if sys.version_info >= (3, 9):
    deep = [1]
    deep.append(deep)
    for origin in (deep, [int, ...], (1, 2)):
        show("alias", types.GenericAlias, origin, ("c", None))
    show("alias", setattr, list[int], "__module__", 1)
if sys.version_info >= (3, 10):
    print((int | str).__module__, types.UnionType.__module__)
if sys.version_info >= (3, 11):
    group = ExceptionGroup("group", [ValueError(1)])
    reference = weakref.ref(group)
    print(reference() is group, group.__weakref__ is reference, weakref.getweakrefcount(group))
    group = None
    import gc
    gc.collect()
    print(reference())
    show("reference", weakref.ref, BaseExceptionGroup("group", [KeyboardInterrupt(1)]))
    show("del", operator.delitem, ExceptionGroup("group", [ValueError(1)]), 3)


class Truth:
    def __bool__(self):
        raise ValueError("truth")


show("print", lambda: print("printed", flush=Truth()))
show("super", super.__getattribute__, super(Text, Text()), [])
if sys.version_info >= (3, 14):
    show("fromhex", bytes.fromhex, bytes(range(256)))
if sys.version_info >= (3, 10):
    for source in ("", " ", "\n ", " \n", "x\n ", "x\n #", "\\\n "):
        try:
            compile(source, "<s>", "eval")
            print(ascii(source), "compiled")
        except SyntaxError as error:
            print(ascii(source), type(error).__name__, error.msg, error.lineno, error.offset, ascii(error.text))
for start in (0, 0.0, False, 2 ** 62, 2 ** 64, 0j):
    print(sum([0.1] * 10, start), sum([0.1, 1, 0.1, True, 0.1, 2 ** 70, 0.1], start), sum([0.1, 0.1, 1e20, 0.1, -1e20], start))
numbers = {1, 2}


class Clearing:
    def __hash__(self):
        numbers.clear()
        return 1


print(numbers.issubset([1, Clearing(), 3]))
if sys.version_info >= (3, 13):
    show("function", types.FunctionType, show.__code__, {}, "f", (), 5, 6)
    show("function", types.FunctionType, show.__code__, {}, "f", (), (), 6)
