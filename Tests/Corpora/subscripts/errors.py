# Subscript failures of every kind, with their messages.
def show(label, action):
    try:
        print(label, "->", action())
    except Exception as error:
        print(label, "->", type(error).__name__, error)


def setter(obj, key, value):
    obj[key] = value


def deleter(obj, key):
    del obj[key]


def slicer(obj, value):
    obj[1:2] = value


class Plain:
    pass


class Indexable:
    def __index__(self):
        return 1


class BadIndex:
    def __index__(self):
        return "not an int"


show("list index", lambda: [1, 2][2])
show("list negative", lambda: [1, 2][-3])
show("tuple index", lambda: (1,)[5])
show("str index", lambda: "abc"[3])
show("bytes index", lambda: b"abc"[3])
show("range index", lambda: range(3)[3])
show("dict key", lambda: {}["missing"])
show("dict tuple key", lambda: {}[1, 2])
show("dict unhashable", lambda: {}[[]])
show("dict set unhashable", lambda: setter({}, {}, 1))
show("list by str", lambda: [1]["a"])
show("list by float", lambda: [1][1.0])
show("tuple by None", lambda: (1,)[None])
show("str by str", lambda: "abc"["a"])
show("int subscript", lambda: (5)[0])
show("None subscript", lambda: None[0])
show("function subscript", lambda: show[0])
show("object subscript", lambda: Plain()[0])
show("class subscript", lambda: Plain[0])
show("list by index object", lambda: [1, 2][Indexable()])
show("list by bad index", lambda: [1, 2][BadIndex()])
show("huge index", lambda: [1, 2][2**100])
show("huge negative slice", lambda: [1, 2, 3][-2**100:2**100])
show("slice step zero", lambda: [1, 2][::0])
show("slice of wrong type", lambda: [1, 2]["a":])
show("range slice step zero", lambda: range(3)[::0])
show("list store index", lambda: setter([1], 5, 1))
show("list store type", lambda: setter([1], "a", 1))
show("tuple store", lambda: setter((1,), 0, 1))
show("str store", lambda: setter("abc", 0, "x"))
show("int store", lambda: setter(5, 0, 1))
show("object store", lambda: setter(Plain(), 0, 1))
show("list delete index", lambda: deleter([1], 5))
show("dict delete", lambda: deleter({}, "k"))
show("tuple delete", lambda: deleter((1,), 0))
show("object delete", lambda: deleter(Plain(), 0))
show("int delete", lambda: deleter(5, 0))
show("slice store not iterable", lambda: slicer([1, 2, 3], 5))
show("slice store on tuple", lambda: slicer((1, 2), ()))
show("slice store on object", lambda: slicer(Plain(), ()))
show("slice get on object", lambda: Plain()[1:2])
show("slice get on int", lambda: 5[1:2] if False else (5)[1:2])
show("extended slice size", lambda: setter([1, 2, 3, 4], slice(0, 4, 2), [1]))
show("dict slice", lambda: {}[1:2])
show("set subscript", lambda: {1, 2}[0])
show("generator subscript", lambda: (i for i in ())[0])


class Missing(dict):
    def __missing__(self, key):
        return ("made", key)


show("__missing__", lambda: Missing()["absent"])
show("subclass of list", lambda: type("L", (list,), {})([1, 2, 3])[1:])
