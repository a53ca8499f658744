# What native functions and methods say of arguments that do not fit.
def show(name, function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as e:
        result = "%s: %s" % (type(e).__name__, e)
    print(name, result)


show("no arguments", [].append)
show("too many", [].append, 1, 2)
show("a keyword", [].append, x=1)
show("list.append of nothing", list.append)
show("int.bit_length of nothing", int.bit_length)
show("a str's method of an int", str.upper, 1)
for function, arguments, keywords in [
    (int, (), {"foo": 1}), (int, (1, 2, 3), {}), (str, (), {"foo": 1}), (complex, (), {"foo": 1}), (bytes, (), {"foo": 1}),
    (property, (), {"foo": 1}), (round, (1,), {"foo": 1}), (sum, ([],), {"foo": 1}), (zip, (), {"foo": 1}), (sorted, ([],), {"foo": 1}),
    (max, (), {}), (max, ([],), {}), (min, ((),), {}), (range, (), {}), (enumerate, (), {}), (type, (1,), {"foo": 1}), (super, (1,), {}),
    (super, (1, 2, 3), {}), (iter, (1, 2), {}), (getattr, (1, 1), {}), (hasattr, (1, 1), {}), (setattr, (1, 1, 1), {}),
    (isinstance, (1, 1), {}), (issubclass, (int, 1), {}), (__import__, (1,), {}), (ImportError, (), {"foo": 1}),
    (AttributeError, (), {"foo": 1}), (ValueError, (), {"foo": 1}),
]:
    show("%s%r %r" % (function.__name__, arguments, keywords), function, *arguments, **keywords)

for name in ("__add__", "__mul__", "__getitem__", "__setattr__", "__pow__", "__eq__"):
    show("int.%s()" % name, lambda: getattr(1, name)())
    show("int.%s(1, 2, 3)" % name, lambda: getattr(1, name)(1, 2, 3))

show("sorted by a str", sorted, [2, 1], reverse="a")
show("splitlines by a str", "a\nb".splitlines, "x")
show("expandtabs of a str", "a".expandtabs, "x")
show("center of a float", "a".center, 1.5)
show("count of an int", "a".count, 1)
show("find of an int", "a".find, 1)
show("replace by keyword", "aab".replace, "a", "x", count=1)
show("fromhex of bytes", bytes.fromhex, b"6162")
show("fromhex of an int", bytes.fromhex, 1)
show("extend a bytearray by a str", bytearray().extend, "x")
