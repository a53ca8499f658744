# versions: 3.9-
"""`|` of mappings of several classes, and KeyErrors of OrderedDict for keys that exceptions take apart."""
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict


class Sub(dict):
    pass


def shown(label, function):
    try:
        result = function()
    except Exception as error:
        result = "%s: %s %r" % (type(error).__name__, error, error.args)
    print(label, "->", type(result).__name__, result)


def make(kind):
    return {
        "dict": lambda: {"a": 1, "b": 2}, "Sub": lambda: Sub(b=3), "defaultdict": lambda: defaultdict(int, c=4), "empty": lambda: defaultdict(None),
        "lists": lambda: defaultdict(list, a=[1]), "OrderedDict": lambda: OrderedDict(z=1, a=2), "Counter": lambda: Counter("aab"),
        "UserDict": lambda: UserDict(u=1), "ChainMap": lambda: ChainMap({"a": 0}, {"m": 1}), "pairs": lambda: [("p", 1)], "int": lambda: 5,
        "proxy": lambda: type(Sub.__dict__)({"x": 1})}[kind]()


def unite(left, right):
    left |= right
    return left


KINDS = ["dict", "Sub", "defaultdict", "empty", "lists", "OrderedDict", "UserDict", "ChainMap", "pairs", "int", "proxy"]
for left in KINDS:
    for right in KINDS:
        shown("%s | %s" % (left, right), lambda: make(left) | make(right))
        shown("%s |= %s" % (left, right), lambda: unite(make(left), make(right)))
        for method in ("__or__", "__ror__", "__ior__"):
            if left in ("dict", "defaultdict", "empty", "lists", "OrderedDict"):
                shown("%s.%s(%s)" % (left, method, right), lambda: getattr(make(left), method)(make(right)))
for key in ("k", 5, None, (), (1,), (1, 2), (None,), "", frozenset()):
    ordered = OrderedDict(a=1)
    shown("del %r" % (key,), lambda: ordered.__delitem__(key))
    shown("pop %r" % (key,), lambda: ordered.pop(key))
    shown("pop %r, 0" % (key,), lambda: ordered.pop(key, 0))
    shown("move %r" % (key,), lambda: ordered.move_to_end(key))
    shown("move %r in nothing" % (key,), lambda: OrderedDict().move_to_end(key))
    shown("[%r]" % (key,), lambda: ordered[key])
    shown("dict del %r" % (key,), lambda: {}.__delitem__(key))
    shown("dict pop %r" % (key,), lambda: {}.pop(key))
    ordered[key] = 2
    ordered.move_to_end(key, last=False)
    print(list(ordered), ordered.popitem(), ordered)
shown("popitem", lambda: OrderedDict().popitem())
