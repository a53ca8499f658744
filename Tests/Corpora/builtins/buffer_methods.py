# versions: 3.12-
"""__buffer__ and __release_buffer__ (PEP 688)."""

def show(label, function, *arguments, **keywords):
    try:
        result = repr(function(*arguments, **keywords))
        print(label, "->", "<view>" if "memory at" in result else result)
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


class Buffer:
    def __init__(self, data):
        self.data = bytearray(data)

    def __buffer__(self, flags):
        print("buffer", flags)
        return memoryview(self.data)

    def __release_buffer__(self, view):
        print("release", bytes(view))
        view.release()


buffer = Buffer(b"hello")
view = memoryview(buffer)
part = view[1:]
print(bytes(view), bytes(part))
view.release()
print("one left")
part.release()
for name, use in (("bytes", lambda: bytes(buffer)), ("bytearray", lambda: bytearray(buffer)), ("plus", lambda: b"a" + buffer), ("find", lambda: b"say hello".find(buffer)),
                  ("in", lambda: buffer in b"hello"), ("str", lambda: str(buffer, "ascii")), ("startswith", lambda: b"hello!".startswith(buffer)), ("equal", lambda: buffer == b"hello")):
    show(name, use)


class Wrong:
    def __buffer__(self, flags):
        return 5


class Failing:
    def __buffer__(self, flags):
        raise KeyError("buffer")


show("wrong", memoryview, Wrong())
show("wrong", bytes, Wrong())
show("failing", memoryview, Failing())
show("failing", bytes, Failing())
data = bytearray(b"abc")
for flags in (0, 1, 284, "x", 2**40):
    show("flags %r" % (flags,), data.__buffer__, flags)
show("bytes", b"abc".__buffer__, 1)
show("bytes", lambda: bytes(b"abc".__buffer__(0)))
show("release", hasattr, b"", "__release_buffer__")
data = bytearray(b"abc")
view = data.__buffer__(0)
show("append", data.append, 1)
show("other", data.__release_buffer__, memoryview(b""))
show("number", data.__release_buffer__, 4)
show("release", data.__release_buffer__, view)
show("again", data.__release_buffer__, view)
show("append", data.append, 1)
view = memoryview(data)
inner = view.__buffer__(284)
print(inner.obj is data, inner.readonly, bytes(inner))


class Loud(bytearray):
    def __buffer__(self, flags):
        print("loud")
        return super().__buffer__(flags)


loud = Loud(b"abc")
with memoryview(loud) as view:
    print(bytes(view))
    show("append", loud.append, 1)
print(loud)
