"""array: what each typecode takes and gives."""
from array import array, typecodes

def show(label, function, *arguments, **keywords):
    try:
        print(label, "->", repr(function(*arguments, **keywords)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


class Float:
    def __float__(self):
        return 1.5


VALUES = [0, -1, 127, 128, -129, 255, 256, 32768, -32769, 65536, 2**31, -2**31 - 1, 2**32, 2**63, -2**63 - 1, 2**64, -2**70, 1.5, "a", "ab", b"a", None,
          Index(5), Index("x"), Index(KeyError("k")), Float(), True]
for code in "bBhHiIlLqQfd":
    print(code, array(code).itemsize, code in typecodes)
    for value in VALUES:
        items = array(code)
        label = "  %s" % (value if isinstance(value, (int, float)) else type(value).__name__)
        show(label, items.append, value)
        if items:
            print("   ", items, items[0], type(items[0]).__name__)
for arguments in ((), (1,), ("x",), ("",), ("i", 1), ("i", [1], 2), ("i", "abc"), ("i", b"abc"), ("i", None), (b"i",), ("i", (1, "a")), ("i", [1, 2**40]),
                  ("i", [1.5]), (None,), ("xx",)):
    try:
        print(array(*arguments))
    except TypeError as error:
        print("TypeError", error)
    except ValueError as error:
        print("ValueError", str(error).split(" (")[0])
    except OverflowError as error:
        print("OverflowError", error)
show("keyword", array, "i", x=1)
print(array("i", b"abcdabcd"), array("i", bytearray(8)), array("b", memoryview(b"ab")), array("i", range(3)), array("i", iter([1, 2])), array("d", array("i", [1, 2])),
      array("i", {3: 4}), array("B", b""), array("f", [1, 2.5]))
show("floats", array, "i", array("f", [1.5]))
items = array("i", [10, 20, 30, 40, 50])
for key in (0, -1, 4, 5, -6, "x", 1.0, 2**70, None, Index(2), slice(1, 3), slice(None, None, -2), slice(None, None, 0), slice("a", None), slice(10, 20)):
    show("get %s" % (key if not isinstance(key, Index) else "Index"), items.__getitem__, key)
    copy = items[:]
    show("  set", copy.__setitem__, key, 7)
    copy = items[:]
    show("  set array", copy.__setitem__, key, array("i", [7, 8]))
    print("   ", copy)
    copy = items[:]
    show("  delete", copy.__delitem__, key)
    print("   ", copy)
show("other type", items.__setitem__, slice(0, 1), array("f", [1]))
show("list", items.__setitem__, slice(0, 1), [1])
items[1:1] = items
print(items)
items[::3] = array("i", [0, 0, 0, 0])
print(items)
del items[::4]
print(items, len(items))
