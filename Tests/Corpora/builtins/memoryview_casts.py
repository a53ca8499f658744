"""memoryview: casts, shapes, and the contents as a whole."""

def show(label, function, *arguments, **keywords):
    try:
        result = repr(function(*arguments, **keywords))
        print(label, "->", "<view>" if "memory at" in result else result)
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


data = memoryview(bytes(range(24)))
for arguments in (("B",), ("b",), ("c",), ("h",), ("i",), ("q",), ("d",), ("@I",), ("?",), ("xx",), ("<B",), ("",), ("s",), ("x",), ("@",), ("@@B",), ("B", (2, 12)), ("h", [3, 4]),
                  ("i", (2, 3)), ("B", (2, 3, 4)), ("B", (24,)), ("B", (5, 5)), ("B", ()), ("B", (0,)), ("B", (-1,)), ("B", ("a",)), ("B", (1.0,)), ("B", 24), ("B", {24}), ("B", (2**62, 2**62)),
                  ("B", (2**70,)), ("B", (1,) * 65), ("B", (1,) * 63 + (24,)), ("q", (3,)), ("q", (4,))):
    show("cast %r" % (arguments if len(str(arguments)) < 50 else "long",), data.cast, *arguments)
    try:
        view = data.cast(*arguments)
    except Exception:
        continue
    print("  ", view.format, view.itemsize, view.ndim, view.shape if view.ndim < 9 else "many", view.strides if view.ndim < 9 else "many", view.nbytes, view.c_contiguous, view.f_contiguous, view.contiguous,
          view.suboffsets)
    print("  ", view.tolist() if view.ndim < 9 else "deep", view.tobytes() == data.tobytes(), view.cast("B") == data)
show("length", data[:23].cast, "h")
show("two", data.cast("h").cast, "i")
print(data.cast("h").cast("B").cast("i").tolist())
show("scattered", data[::2].cast, "B")
show("shape", data.cast("B", (2, 12)).cast, "B", (12, 2))
show("flat", lambda: data.cast("B", (2, 12)).cast("B", (24,)).shape)
show("zeros", data[:0].cast, "B", (1,))
show("nothing", lambda: data[:0].cast("i").tolist())
show("keyword", lambda: data.cast(format="B", shape=[24]).shape)
cube = data.cast("B", (2, 3, 4))
for order in ("C", "F", "A", None):
    print(order, cube.tobytes(order), cube[::-1].tobytes(order), data[::5].tobytes(order))
show("order", cube.tobytes, "x")
show("order", cube.tobytes, "CC")
show("order", lambda: cube.tobytes(order="C") == cube.tobytes())
print(cube[1:].tolist(), cube[::-1, ].tolist() if False else cube[::-1].tolist())
print(cube.hex(), cube.hex("-"), data[:7].hex(":", 3), data[:7].hex(":", -3), data[::7].hex(), data[:4].hex(b"_"))
show("hex", data.hex, "ab")
show("hex", data.hex, 5)
show("hex", data.hex, "\xe9")
print(data.readonly, data.toreadonly().readonly, memoryview(bytearray(2)).toreadonly().readonly, memoryview(bytearray(2)).readonly)
print(bytes(cube) == bytes(data), bytearray(cube[1:]), b"".join([data[:2], cube]), b"x" + data[:2], bytes(data[::8]), int.from_bytes(data[1:3], "big"))
show("join", b"".join, [data[::2]])
show("plus", lambda: b"" + data[::2])
show("find", b"abc".find, data[::2])
