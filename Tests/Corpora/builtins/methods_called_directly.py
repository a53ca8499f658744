"""Special methods called as methods and by their types: what they say of receivers, counts and keywords."""
import collections
import itertools


class Text(str):
    pass


class Sub(set):
    pass


def shown(label, function):
    try:
        result = function()
    except Exception as error:
        result = "%s: %s" % (type(error).__name__, error)
    print(label, "->", result)


WRONG = [None, 5, 1.5, "x", b"x", [1], (1, 2), {}, {1}, object]
queue = collections.deque([1, 2, 3])
for index in WRONG + [0, -1, 3, -4, True, 2**70, -2**2000]:
    shown("queue[%r]" % (index,), lambda: queue[index])
    shown("queue.__getitem__(%r)" % (index,), lambda: queue.__getitem__(index))
    shown("queue.__delitem__(%r)" % (index,), lambda: collections.deque("abc").__delitem__(index))
    shown("queue.__setitem__(%r)" % (index,), lambda: collections.deque("abc").__setitem__(index, 1))
    if not isinstance(index, int) or -9 < index < 9:
        shown("queue * %r" % (index,), lambda: queue * index)
        shown("queue.__mul__(%r)" % (index,), lambda: queue.__mul__(index))
        shown("%r * queue" % (index,), lambda: index * queue)
for left in (b"abc", "abc", [1], (1,), queue, bytearray(b"x")):
    for right in (queue, [2], "d", (3,), None):
        shown("%r * %r" % (left, right), lambda: left * right)
        shown("%r + %r" % (left, right), lambda: left + right)
for cls in (int, float, str, bytes, list, tuple, dict, set, frozenset, complex, object, type(None), ValueError, OSError):
    shown("%s.__new__()" % cls.__name__, lambda: cls.__new__())
    shown("%s.__new__(bogus=1)" % cls.__name__, lambda: cls.__new__(bogus=1))
    shown("%s.__new__(5)" % cls.__name__, lambda: cls.__new__(5))
    shown("%s.__new__(super)" % cls.__name__, lambda: cls.__new__(super))
for cls in (int, str, list, dict, tuple, object):
    for method in ("__eq__", "__ne__", "__lt__", "__hash__", "__repr__"):
        shown("%s.%s()" % (cls.__name__, method), lambda: getattr(cls, method)())
        shown("%s.%s(value=1)" % (cls.__name__, method), lambda: getattr(cls, method)(value=1))
        shown("%s.%s(None, value=1)" % (cls.__name__, method), lambda: getattr(cls, method)(None, value=1))
for receiver in (iter([]), {}.keys(), len, range(2), (x for x in ()), int.__add__, "".join, object()):
    shown("%s.__init__(1, 2)" % type(receiver).__name__, lambda: receiver.__init__(1, 2))
    shown("%s.__init__(x=1)" % type(receiver).__name__, lambda: receiver.__init__(x=1))
shown("Sub()", lambda: sorted(Sub([2, 1])))
for arguments in ((1, 2), ([], [], [])):
    shown("Sub%r" % (arguments,), lambda: Sub(*arguments))
    shown("set%r" % (arguments,), lambda: set(*arguments))
    shown("Sub().__init__%r" % (arguments,), lambda: Sub().__init__(*arguments))
    shown("frozenset%r" % (arguments,), lambda: frozenset(*arguments))
error = OSError(2, "No such file", "name")
print(str(error), "|", BaseException.__str__(error), "|", OSError.__str__(error))
error = KeyError("key")
print(str(error), "|", BaseException.__str__(error), "|", KeyError.__str__(error))
error = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "reason")
print(str(error), "|", BaseException.__str__(error))
shown("BaseException.__init__", lambda: BaseException.__init__(error))
print(error.args, error.start)
shown("UnicodeDecodeError.__init__", lambda: UnicodeDecodeError.__init__(error))
for name in (Text("x"), "real", 5, None, [1], Text("real")):
    shown("object.__getattribute__(5, %r)" % (name,), lambda: object.__getattribute__(5, name))
    shown("type.__setattr__(int, %r)" % (name,), lambda: type.__setattr__(int, name, 1))
    shown("type.__setattr__(Sub, %r)" % (name,), lambda: type.__setattr__(Sub, name, 1))
for size in (2**62, 2**64, -2**64, -1, "x", None, 1.5):
    for function in (itertools.combinations, itertools.permutations, itertools.combinations_with_replacement):
        source = iter("ab")
        if size != 2**62:
            shown("%s %r" % (function.__name__, size), lambda: list(function(source, size)))
            print("   left", list(source))
    shown("bytearray.insert %r" % (size,), lambda: bytearray(b"abc").insert(size, 1))
    shown("bytearray.pop %r" % (size,), lambda: bytearray(b"abc").pop(size))
    shown("deque.insert %r" % (size,), lambda: collections.deque("abc").insert(size, 1))
array = bytearray(b"kept")
for arguments in (("x", 5), ("x", "utf-8", 5), (b"y", 5)):
    shown("bytearray.__init__%r" % (arguments,), lambda: array.__init__(*arguments))
    print(array)
