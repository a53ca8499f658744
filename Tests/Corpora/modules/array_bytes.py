"""array: items as bytes, views of arrays, copies and pickling."""
import copy
from array import array, _array_reconstructor as reconstruct

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


items = array("i", [1, 2, 3])
items.byteswap()
print(items)
items.byteswap()
print(items, array("b", [1]).byteswap(), items.buffer_info()[1], items.buffer_info()[0] != 0)
floats = array("d", [1.0, -2.5])
floats.byteswap()
print(floats.tobytes(), array("h", [1, 2]).tobytes(), array("q").tobytes())
show("frombytes", items.frombytes, b"abcd")
show("frombytes", items.frombytes, b"abc")
show("frombytes", items.frombytes, "abcd")
show("frombytes", items.frombytes, 5)
show("frombytes", items.frombytes, memoryview(b"efgh"))
print(items)
show("fromunicode", items.fromunicode, 5)


class File:
    def __init__(self, data):
        self.data = data
        self.written = []

    def read(self, count):
        part, self.data = self.data[:count], self.data[count:]
        return part

    def write(self, data):
        self.written.append(bytes(data))


file = File(b"abcdefghij")
numbers = array("h")
show("fromfile", numbers.fromfile, file, 2)
show("fromfile", numbers.fromfile, file, 9)
show("fromfile", numbers.fromfile, file, -1)
show("fromfile", numbers.fromfile, File("text"), 1)
print(numbers)
numbers.tofile(file)
array("b", range(100)).tofile(file)
print([len(part) for part in file.written], file.written[0])

view = memoryview(numbers)
print(view.format, view.itemsize, view.shape, view.tolist(), view[1], bytes(view[:2]))
view[0] = 7
print(numbers[0])
for change in (lambda: numbers.append(1), lambda: numbers.pop(), lambda: numbers.insert(0, 1), lambda: numbers.extend([1]), lambda: numbers.extend([]),
               lambda: numbers.__imul__(2), lambda: numbers.__imul__(1), lambda: numbers.__delitem__(0), lambda: numbers.frombytes(b""), lambda: numbers.frombytes(b"ab"),
               lambda: numbers.fromlist([1]), lambda: numbers.remove(7), lambda: numbers.__setitem__(slice(0, 1), array("h")), lambda: numbers.reverse(),
               lambda: numbers.__setitem__(slice(0, 1), array("h", [9]))):
    show("while shown", change)
view.release()
show("released", numbers.append, 1)
print(numbers, memoryview(numbers) == array("i", numbers), memoryview(array("i", [1])) == memoryview(array("q", [1])))

print(copy.copy(items) == items, copy.copy(items) is items, copy.deepcopy(items), items.__copy__(), items.__deepcopy__({}))
for code in "bBhHiIlLqQfd":
    one = array(code, [1])
    function, arguments = one.__reduce_ex__(3)[:2]
    print(code, function.__name__, arguments[1:], function(*arguments) == one, one.__reduce_ex__(2)[1])
show("reduce", items.__reduce_ex__, "x")
for arguments in ((), (array, "i", 0, b"abcd"), (array, "i", 1, b"\xff"), (array, "i", -1, b""), (array, "i", 22, b""), (array, "i", 9, b"abcd"), (array, "i", 8, b"abc"),
                  (array, "x", 8, b"abc"), (list, "i", 8, b""), (5, "i", 8, b""), (array, "i", 8, "x"), (array, "i", "x", b""), (array, "d", 17, b"\x3f\xf0" + b"\0" * 6),
                  (array, "h", 4, b"ab"), (array, "h", 5, b"ab"), (array, "q", 4, b"ab"), (array, "B", 5, b"\xff\xff"), (array, "f", 15, b"\x3f\x80\0\0"),
                  (array, "l", 10, b"\xff" * 8), (array, "b", 13, b"\xff" * 8), (array, "d", 14, b"\0\0\x80?")):
    show("reconstruct %s" % (arguments[1:],), reconstruct, *arguments)
print(copy.deepcopy([items, items])[0] is items)
