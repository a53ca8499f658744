"""What weak references and proxies show of what they refer to, and what may be referred to weakly."""
import collections
import functools
import sys
import types
import weakref


class Plain:
    pass


class Named:
    __name__ = "of the class"


class Counted(dict):
    pass


def without_addresses(text):
    out = ""
    while " at 0x" in text:
        before, _, after = text.partition(" at 0x")
        out += before + " at 0x"
        while after and after[0] in "0123456789abcdef":
            after = after[1:]
        text = after
    return out + text


def generate(): yield


async def coroutine(): pass


try:
    raise ValueError
except ValueError as error:
    trace = error.__traceback__
own = Plain()
own.__name__ = "of its own"
running = coroutine()
running.close()
OBJECTS = [
    ("plain", Plain()), ("named", Named()), ("own", own), ("counted", Counted(a=1)), ("function", without_addresses), ("method", Plain().__init__),
    ("bound", (lambda x: x).__get__(5)), ("class", Plain), ("builtin class", int), ("module", sys), ("queue", collections.deque()),
    ("builtin", len), ("generator", generate()), ("coroutine", running), ("code", generate.__code__), ("view", memoryview(b"ab")),
    ("set", {1}), ("frozenset", frozenset([1])), ("partial", functools.partial(len)), ("descriptor", str.join), ("wrapper", int.__add__),
    ("property", property()), ("classmethod", classmethod(len)), ("staticmethod", staticmethod(len)), ("super", super(Plain, Plain())),
    ("frame", sys._getframe()), ("traceback", trace), ("proxy of a namespace", type.__dict__), ("list iterator", iter([])),
    ("dict iterator", iter({})), ("range iterator", iter(range(2))), ("getset", type(generate).__dict__["__code__"]), ("int", 5), ("str", "s"),
    ("bytes", b"b"), ("list", []), ("tuple", ()), ("dict", {}), ("None", None), ("Ellipsis", ...), ("exception", ValueError()),
    ("namespace", types.SimpleNamespace()), ("slice", slice(1)), ("range", range(3)), ("float", 1.5), ("keys", {}.keys()),
]
for label, value in OBJECTS:
    for make in (weakref.ref, weakref.proxy):
        try:
            made = make(value)
        except TypeError as error:
            print(label, make.__name__, "TypeError:", error)
            continue
        if make is weakref.ref:
            print(label, without_addresses(repr(made)), made() is value, made.__callback__)
        else:
            print(label, without_addresses(object.__repr__(made)) if not callable(made) else "callable")
            print("   ", without_addresses(type(made).__repr__(made)))
gone = weakref.ref(Plain())
del value, made
import gc
gc.collect()
print(without_addresses(repr(gone)), gone())


class Sub(weakref.ref):
    pass


target = Plain()
print(without_addresses(repr(Sub(target))), Sub(target) == weakref.ref(target), Sub(target) is Sub(target), weakref.ref(target) is weakref.ref(target))
for arguments in ((), (1, 2, 3), (5,)):
    for make in (weakref.ref, Sub):
        try:
            make(*arguments)
        except TypeError as error:
            print(make.__name__, arguments, error)
