"""memoryview: equality of views whatever their formats, hashes, ordering."""

def show(label, function, *arguments, **keywords):
    try:
        result = repr(function(*arguments, **keywords))
        print(label, "->", "<view>" if "memory at" in result else result)
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


def cast(values, code, size):
    view = memoryview(bytearray(len(values) * size)).cast(code)
    for position, value in enumerate(values):
        view[position] = value
    return view


VIEWS = [("B", cast([1, 2, 3], "B", 1)), ("b", cast([1, 2, 3], "b", 1)), ("h", cast([1, 2, 3], "h", 2)), ("q", cast([1, 2, 3], "q", 8)), ("d", cast([1, 2, 3], "d", 8)),
         ("f", cast([1, 2, 3.5], "f", 4)), ("?", cast([1, 1, 1], "?", 1)), ("c", memoryview(b"\1\2\3").cast("c")), ("grid", memoryview(b"\1\2\3").cast("B", (1, 3))),
         ("reversed", memoryview(b"\3\2\1")[::-1]), ("short", memoryview(b"\1\2")), ("nan", cast([float("nan")] * 3, "d", 8)), ("empty", memoryview(b"")), ("bytes", b"\1\2\3"),
         ("bytearray", bytearray(b"\1\2\3")), ("list", [1, 2, 3]), ("none", None)]
for name, view in VIEWS[:13]:
    print(name, " ".join(other_name for other_name, other in VIEWS if view == other), "|", " ".join(other_name for other_name, other in VIEWS if not view != other))
grid = memoryview(bytes(6)).cast("B", (2, 3))
print(grid == memoryview(bytes(6)).cast("B", (3, 2)), grid == memoryview(bytes(6)).cast("b", (2, 3)), grid == grid[::-1], memoryview(bytes(6)).cast("B", (2, 3)) == bytes(6))
nan = cast([float("nan")], "d", 8)
print(nan == nan, nan == memoryview(nan), nan != nan)
view = memoryview(b"abc")
for name in ("__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__"):
    print(name, getattr(view, name)(view), getattr(view, name)(b"abc"), getattr(view, name)(5))
show("order", lambda: view < view)
show("order", lambda: view < b"abd")
print(hash(view) == hash(b"abc"), hash(view[::-1]) == hash(b"cba"), hash(view.cast("c")) == hash(b"abc"), hash(memoryview(bytes(6)).cast("B", (2, 3))) == hash(bytes(6)), {view: 1}[b"abc"])
show("hash", hash, memoryview(bytearray(b"abc")))
show("hash", hash, memoryview(bytearray(b"abc")).toreadonly())
show("hash", hash, memoryview(b"abcd").cast("i"))
show("plus", lambda: view + view)
show("times", lambda: view * 2)
show("attribute", lambda: view.missing)
show("set", lambda: setattr(view, "format", "B"))
show("make", memoryview, 5)
show("make", memoryview, "text")
show("make", memoryview)
show("make", memoryview, object=b"a")


class Class(type):
    pass


try:
    class View(memoryview):
        pass
except TypeError as error:
    print(error)
