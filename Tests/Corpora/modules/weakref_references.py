# References, proxies, callbacks: what they refer to dies at a collection of a circle.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __repr__(self):
        return "Node(%r)" % self.name


def show(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "raised", type(error).__name__, error)


def alive():
    node = Node("a")
    reference = weakref.ref(node)
    print(reference() is node, reference is weakref.ref(node), reference == weakref.ref(node), hash(reference) == hash(node))
    print(reference != weakref.ref(Node("b")), reference.__callback__)
    print(weakref.getweakrefcount(node), weakref.getweakrefs(node) == [reference])
    proxy = weakref.proxy(node)
    print(proxy is weakref.proxy(node), proxy.name, type(proxy) in weakref.ProxyTypes, proxy.__class__ is Node, repr(proxy) != repr(node))
    proxy.name = "changed"
    print(node.name, str(proxy), weakref.getweakrefcount(node))
    del proxy.name
    print(hasattr(node, "name"))
    called = weakref.ref(node, print)
    print(called is reference, called == reference, called.__callback__ is print, weakref.getweakrefcount(node))


def dead():
    log = []

    def make():
        node = Node("gone")
        first = weakref.ref(node, lambda r: log.append(("first", r() is None)))
        second = weakref.ref(node, lambda r: log.append(("second", r() is None)))
        proxy = weakref.proxy(node, lambda p: log.append(("proxy", type(p) is weakref.ProxyType)))
        plain = weakref.ref(node)
        hash(plain)
        return first, second, proxy, plain

    first, second, proxy, plain = make()
    gc.collect()
    print(log, first(), plain(), plain == first, plain == plain, first != plain)
    print("hash kept", isinstance(hash(plain), int), first.__callback__ is not None)
    show("hash", hash, first)
    for action in (lambda: proxy.name, lambda: proxy + 1, lambda: len(proxy), lambda: str(proxy), lambda: bool(proxy), lambda: proxy == 1):
        show("proxy", action)
    print(repr(plain).endswith("; dead>"))


def failing():
    import sys
    caught = []
    sys.unraisablehook = lambda info: caught.append((info.exc_type.__name__, str(info.exc_value), info.exc_traceback is not None))

    def bad(reference):
        raise ValueError("in callback")

    def make():
        node = Node("x")
        return weakref.ref(node, bad), weakref.ref(node, lambda r: caught.append("after"))

    references = make()
    gc.collect()
    print(caught, [r() for r in references])
    sys.unraisablehook = sys.__unraisablehook__


def refused():
    class Slotted:
        __slots__ = ("a",)

    class Allowed:
        __slots__ = ("a", "__weakref__")

    class Number(int):
        pass

    for value in (1, "s", (), None, [], {}, 1.5, Slotted(), object()):
        show(type(value).__name__, weakref.ref, value)
    for value in (Allowed(), len, Slotted, {1}, frozenset(), refused, (x for x in ()), gc):
        print(type(value).__name__, weakref.ref(value)() is value)
    show("no arguments", weakref.ref)
    show("three", weakref.ref, refused, None, None)
    show("keyword", weakref.ref, refused, callback=None)
    show("order", lambda: weakref.ref(refused) < weakref.ref(refused))
    show("call", lambda: weakref.ref(refused)(1))
    show("proxy of int", weakref.proxy, 1)
    show("hash of proxy", lambda: hash(weakref.proxy(Allowed)))


class Counting(weakref.ref):
    __slots__ = ("count",)

    def __new__(cls, target, callback=None, count=0):
        self = super().__new__(cls, target, callback)
        self.count = count
        return self

    def __init__(self, target, callback=None, count=0):
        super().__init__(target, callback)

    def __call__(self):
        self.count += 1
        return super().__call__()


def subclass():
    node = Node("s")
    reference = Counting(node, count=5)
    print(reference().name, reference().name, reference.count, reference is Counting(node), reference == weakref.ref(node))
    print(isinstance(reference, weakref.ReferenceType), Counting.__mro__[1] is weakref.ref)


for part in (alive, dead, failing, refused, subclass):
    print("--", part.__name__)
    part()
