"""When methods of instances of subclasses return the instance, a plain copy, or what it says it holds."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

class Text(str):
    def __repr__(self): return "Text(" + str.__repr__(self) + ")"


class Data(bytes):
    def __repr__(self): return "Data(" + bytes.__repr__(self) + ")"


class Array(bytearray): pass


class Names(set): pass


class Frozen(frozenset): pass


class Lying(dict):
    def keys(self): return ["k1", "k2"]

    def __getitem__(self, key): return "item " + key

    def __iter__(self): return iter(["k3"])


class Plain(dict): pass


def shown(value): return (type(value).__name__, value)


text = Text("a-b")
show("partition", lambda: [shown(part) for part in text.partition("+")])
show("partition found", lambda: [shown(part) for part in text.partition("-")])
show("rpartition", lambda: [shown(part) for part in text.rpartition("+")])
show("rpartition long", lambda: [shown(part) for part in text.rpartition("longer than it")])
show("split", lambda: [shown(part) for part in text.split("+")])
show("split longer", lambda: [shown(part) for part in text.split("longer than it")])
show("split wider", lambda: [shown(part) for part in text.split("\u20ac")])
show("rsplit wider", lambda: [shown(part) for part in text.rsplit("\u20ac")])
show("empty split", lambda: [shown(part) for part in Text("").split("+")])
for name, arguments in (
        ("format", (1,)), ("format_map", ({},)), ("strip", ()), ("replace", ("x", "y")), ("ljust", (1,)), ("zfill", (0,)), ("expandtabs", ()),
        ("lower", ()), ("translate", ({},)), ("join", (["x"],)), ("__mul__", (1,)), ("__mod__", ((),)), ("__mod__", ({},)),
        ("__getitem__", (slice(None),)), ("__str__", ()), ("removeprefix", ("x",)) if hasattr(str, "removeprefix") else ("strip", ())):
    show(name, lambda: shown(getattr(text, name)(*arguments)))
show("format of nothing", lambda: shown(Text("").format()))
show("format of braces", lambda: shown(Text("{{}}").format()))
data = Data(b"a-b")
show("bytes partition", lambda: [shown(part) for part in data.partition(b"+")])
show("bytes rpartition", lambda: [shown(part) for part in data.rpartition(b"+")])
show("bytes split", lambda: [shown(part) for part in data.split(b"+")])
show("bytearray partition", lambda: [shown(part) for part in Array(b"a-b").partition(b"+")])
show("set copy", lambda: shown(Names([1, 2]).copy()))
show("set or", lambda: shown(Names([1]) | {2}))
show("set difference", lambda: shown(Names([1]).difference([])))
show("frozenset copy", lambda: shown(Frozen([1]).copy()))
show("dict copy", lambda: shown(Lying(q=1).copy()))
show("empty dict copy", lambda: shown(Lying().copy()))
show("plain dict copy", lambda: shown(Plain(q=1).copy()))
show("dict of it", lambda: shown(dict(Lying(q=1))))
if hasattr(dict, "__or__"):
    show("dict or", lambda: shown(Lying(q=1) | {"a": 1}))
    show("dict ror", lambda: shown({"a": 1} | Lying(q=1)))
show("maketrans of a subclass", str.maketrans, Plain(a="b"))
show("maketrans", str.maketrans, {"a": "b", 99: None})
show("maketrans of two", str.maketrans, 5, {})
show("maketrans of two texts", str.maketrans, 5, "ab")
