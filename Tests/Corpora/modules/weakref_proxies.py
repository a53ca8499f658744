# Proxies forward every operator.
import operator
import weakref


class Recorder:
    def __init__(self, name):
        self.name = name

    def __index__(self):
        return 7

    def __int__(self):
        return 8

    def __float__(self):
        return 9.5

    def __bool__(self):
        return False

    def __len__(self):
        return 4

    def __iter__(self):
        return iter("abc")

    def __next__(self):
        return "next"

    def __contains__(self, item):
        return item == "in"

    def __getitem__(self, key):
        return ("item", key)

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)

    def __call__(self, *args, **kwargs):
        return args, kwargs

    def __bytes__(self):
        return b"bytes"

    def __eq__(self, other):
        return "eq"

    def __lt__(self, other):
        return "lt"

    def __le__(self, other):
        return "le"

    def __gt__(self, other):
        return "gt"

    def __ge__(self, other):
        return "ge"

    def __ne__(self, other):
        return "ne"


def method(name):
    def call(self, *args):
        return (name,) + tuple("self" if isinstance(a, Recorder) else a for a in args)
    return call


for name in ("add sub mul matmul truediv floordiv mod lshift rshift and or xor divmod").split():
    setattr(Recorder, "__%s__" % name, method(name))
    setattr(Recorder, "__r%s__" % name, method("r" + name))
for name in "add sub mul matmul truediv floordiv mod pow lshift rshift and or xor".split():
    setattr(Recorder, "__i%s__" % name, method("i" + name))
Recorder.__pow__ = method("pow")
Recorder.__rpow__ = method("rpow")
for name in "neg pos abs invert".split():
    setattr(Recorder, "__%s__" % name, method(name))

target = Recorder("t")
proxy = weakref.proxy(target)
print(type(proxy) is weakref.CallableProxyType)
for name in "add sub mul matmul truediv floordiv mod lshift rshift and_ or_ xor pow".split():
    function = getattr(operator, name)
    print(name, function(proxy, 1), function(1, proxy), function(proxy, proxy)[0])
for name in "iadd isub imul imatmul itruediv ifloordiv imod ilshift irshift iand ior ixor ipow".split():
    print(name, getattr(operator, name)(proxy, 2))
print(divmod(proxy, 3), divmod(3, proxy), pow(proxy, 2), pow(proxy, 2, 5))
print(-proxy, +proxy, abs(proxy), ~proxy)
print(int(proxy), float(proxy), operator.index(proxy), bool(proxy), len(proxy), list(proxy), next(proxy))
print("in" in proxy, "out" in proxy, proxy[3], proxy[1:2], proxy(1, k=2))
proxy["k"] = "v"
del proxy["k"]
print(proxy == 1, proxy != 1, proxy < 1, proxy <= 1, proxy > 1, proxy >= 1, 1 == proxy, proxy == proxy)
print([10, 20, 30, 40, 50, 60, 70, 80][proxy])


class Plain:
    pass


plain = Plain()
proxy = weakref.proxy(plain)
for action in (lambda: proxy + 1, lambda: 1 + proxy, lambda: -proxy, lambda: proxy[1], lambda: proxy(), lambda: len(proxy), lambda: iter(proxy),
               lambda: proxy.missing, lambda: int(proxy), lambda: proxy < 1, lambda: divmod(proxy, 1), lambda: proxy ** 2, lambda: 1 in proxy):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error).split(" or ")[0])
print(proxy == plain, proxy != plain, bool(proxy), isinstance(proxy, Plain), type(proxy) is Plain)
