"""memoryview: release, and bytearrays that cannot change their size while views show them."""

def show(label, function, *arguments, **keywords):
    try:
        result = repr(function(*arguments, **keywords))
        print(label, "->", "<view>" if "memory at" in result else result)
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


view = memoryview(b"abc")
view.release()
for name, use in (("release", lambda: view.release()), ("len", lambda: len(view)), ("item", lambda: view[0]), ("obj", lambda: view.obj), ("nbytes", lambda: view.nbytes), ("equal", lambda: view == view),
                  ("other", lambda: view == b"abc"), ("unequal", lambda: view != b"abc"), ("hash", lambda: hash(view)), ("enter", lambda: view.__enter__()), ("tolist", lambda: view.tolist()),
                  ("again", lambda: memoryview(view)), ("bytes", lambda: bytes(view)), ("hex", lambda: view.hex()), ("readonly", lambda: view.readonly), ("toreadonly", lambda: view.toreadonly()),
                  ("cast", lambda: view.cast("B")), ("exit", lambda: view.__exit__()), ("shape", lambda: view.shape), ("set", lambda: view.__setitem__(0, 1)), ("find", lambda: b"abc".find(view))):
    show(name, use)
print(repr(view)[:9])
with memoryview(b"abc") as first:
    second = first[1:]
    show("inside", bytes, first)
show("outside", bytes, first)
show("second", bytes, second)
data = bytearray(b"abc")
view = memoryview(data)
other = view[1:]
for name, change in (("append", lambda: data.append(1)), ("extend", lambda: data.extend(b"x")), ("extend nothing", lambda: data.extend(b"")), ("pop", lambda: data.pop()), ("clear", lambda: data.clear()),
                     ("iadd", lambda: data.__iadd__(b"x")), ("iadd nothing", lambda: data.__iadd__(b"")), ("imul", lambda: data.__imul__(2)), ("imul 1", lambda: data.__imul__(1)),
                     ("remove", lambda: data.remove(97)), ("insert", lambda: data.insert(0, 1)), ("delete", lambda: data.__delitem__(0)), ("delete nothing", lambda: data.__delitem__(slice(0, 0))),
                     ("delete some", lambda: data.__delitem__(slice(0, 3, 2))), ("slice", lambda: data.__setitem__(slice(0, 1), b"x")), ("longer slice", lambda: data.__setitem__(slice(0, 1), b"xx")),
                     ("steps", lambda: data.__setitem__(slice(0, 3, 2), b"yy")), ("init", lambda: data.__init__(b"abc")), ("reverse", lambda: data.reverse()), ("item", lambda: data.__setitem__(0, 65))):
    show(name, change)
print(data, bytes(view), bytes(other))
view.release()
show("one left", data.append, 1)
other.release()
show("none left", data.append, 1)
print(data)


def first_byte(data):
    with memoryview(data) as view:
        return view[0]


print(first_byte(data))
data.append(2)
with memoryview(data) as view:
    with view.cast("c") as characters:
        show("cast", data.pop)
        print(characters[0])
    show("still", data.pop)
data.pop()
print(data, memoryview(data).obj is data)
try:
    with memoryview(data) as view:
        raise KeyError
except KeyError:
    data.clear()
print(data)
