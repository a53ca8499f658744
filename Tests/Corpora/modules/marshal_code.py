"""marshal: code objects, and files."""
import marshal

def show(label, function, *arguments, **keywords):
    try:
        print(label, "->", repr(function(*arguments, **keywords)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


SOURCE_CONSTANT = ("text", 1.5, 2**70, (1, (2, 3)), None, True, b"bytes", 1j, ...)


def outer(a, b=2, *rest, c=3, **more):
    """A docstring."""
    def inner(d):
        return a + b + c + d, sorted(more), rest

    try:
        return inner(10)
    finally:
        pass


def numbers(n):
    for k in range(n):
        yield k * k


code = marshal.loads(marshal.dumps(outer.__code__))
print(code is outer.__code__, code == outer.__code__, code.co_name, code.co_varnames, code.co_cellvars, code.co_argcount, code.co_kwonlyargcount, code.co_flags == outer.__code__.co_flags)
for name in ("co_code", "co_consts", "co_names", "co_freevars", "co_filename", "co_firstlineno", "co_stacksize", "co_nlocals"):
    print(name, getattr(code, name) == getattr(outer.__code__, name))
copy = type(outer)(code, globals(), "copy", (2,))
copy.__kwdefaults__ = {"c": 3}
print(copy(1), copy(1, 5, 6, 7, c=8, z=9) == outer(1, 5, 6, 7, c=8, z=9))
generator = type(outer)(marshal.loads(marshal.dumps(numbers.__code__)), {"range": range})
print(list(generator(5)))
both = marshal.loads(marshal.dumps([outer.__code__, outer.__code__, numbers.__code__]))
print(both[0] is both[1], both[2].co_name)
data = bytearray(marshal.dumps(numbers.__code__, 2))
print(marshal.loads(data) == numbers.__code__)


class File:
    def __init__(self, data=b""):
        self.data = bytearray(data)
        self.position = 0

    def write(self, data):
        self.data += data
        return len(data)

    def read(self, count=-1):
        part = bytes(self.data[self.position:self.position + count])
        self.position += len(part)
        return part

    def readinto(self, buffer):
        part = self.read(len(buffer))
        buffer[:len(part)] = part
        return len(part)


file = File()
for value in (1, "two", [3, (4,)], numbers.__code__):
    print(marshal.dump(value, file, 2) == len(marshal.dumps(value, 2)))
print(marshal.load(file), marshal.load(file), marshal.load(file), marshal.load(file).co_name)
show("end", marshal.load, file)
show("short", marshal.load, File(b"i\1"))
show("no file", marshal.load, 5)
show("no file", marshal.dump, 1, 5)


class Text(File):
    def read(self, count=-1):
        return "text"


class Greedy(File):
    def readinto(self, buffer):
        return len(buffer) + 1


show("text", marshal.load, Text(b"N"))
show("greedy", marshal.load, Greedy(b"N"))
