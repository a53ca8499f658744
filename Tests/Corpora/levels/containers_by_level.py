# What containers say and give: keys that cannot be hashed, items that are not there, strict zip and map.
def show(name, function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as e:
        result = "%s: %s" % (type(e).__name__, e)
    print(name, result)


class Unhashable:
    __hash__ = None


for key in ([], {}, set(), ([],), Unhashable()):
    show("dict key", lambda: {key: 1})
    show("set element", lambda: {key})
    show("in a dict", lambda: key in {1: 1})
    show("in a set", lambda: [] in {1})
    show("dict.get", {}.get, key)
    show("dict.pop of a full one", {1: 1}.pop, key)
    show("dict.fromkeys", dict.fromkeys, [key])
    show("set.add", set().add, key)
    show("hash", hash, key)

show("list.index", [].index, 1)
show("range.index", range(3).index, 7)
show("tuple.index", ().index, 1)
for pairs in ([1], [(1,)], ["ab", 3], 1):
    show("dict(%r)" % (pairs,), dict, pairs)
show("strict zip", lambda: list(zip([1], [2], strict=True)))
show("strict zip of unequal ones", lambda: list(zip([1], [2, 3], strict=True)))
show("strict map", lambda: list(map(max, [1], [2], strict=True)))
show("strict map of unequal ones", lambda: list(map(max, [1], [2, 3], strict=True)))
show("map with keyword", lambda: list(map(str, [2], foo=True)))


def assign(values):
    list = [1, 2, 3]
    list[0:1] = values
    return list


show("slice from an int", assign, 1)
show("dict | dict", lambda: {1: 2} | {3: 4})
show("iterator of an ASCII str", lambda: type(iter("abc")).__name__)
show("iterator of another str", lambda: type(iter("\u1234")).__name__)
show("proxy of a class", lambda: len({type.__dict__["__dict__"].__get__(int): 1}))
show("memoryview.count", lambda: memoryview(b"aba").count(97))
show("bytearray.resize", lambda: bytearray(b"abc").resize(2))
print(list(set(["a", "b", "c", "dd", "eee", "ffff"])), hash("a"), hash(b"abc"), hash(""), hash("\xe9"), hash("\u1234"))
