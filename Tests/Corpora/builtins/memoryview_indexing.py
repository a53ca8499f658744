"""memoryview: items and slices, reading and writing, of one and more dimensions."""

def show(label, function, *arguments, **keywords):
    try:
        result = repr(function(*arguments, **keywords))
        print(label, "->", "<view>" if "memory at" in result else result)
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


def delete(view, key):
    del view[key]


line = memoryview(bytearray(b"abcdef"))
grid = line.cast("B", (2, 3))
point = memoryview(bytearray(4)).cast("i", ())
frozen = memoryview(b"abcdef")
KEYS = [0, -1, 5, 6, -7, Index(2), 2**70, "a", 1.0, None, ..., (), (0,), (1, 2), (-1, -1), (2, 0), (0, 3), (0, 0, 0), (0, "a"), slice(1, 4), slice(None, None, -2), slice(5, 1), slice(None, None, 0),
        (slice(0, 1), slice(0, 1)), (slice(0, 1), 0), slice("a", None)]
for name, view in (("line", line), ("grid", grid), ("point", point), ("frozen", frozen)):
    for key in KEYS:
        label = "%s[%s]" % (name, "Index" if isinstance(key, Index) else key)
        show(label, view.__getitem__, key)
        show("  set", view.__setitem__, key, 65)
        show("  delete", delete, view, key)
    print(name, view.tolist(), view.nbytes)
part = line[1:5][::-2]
print(part.tolist(), part.strides, part.shape, part.contiguous, part[0], part[1], part.tobytes())
rows = grid[::-1]
print(rows.tolist(), rows.shape, rows.strides, rows.tobytes(), rows[0, 1], grid[1:].tolist(), grid[5:].tolist(), grid[5:].shape)
print(line[2:2].tolist(), len(line[10:]), line[::100].tolist())
line[1:3] = b"XY"
line[::2] = b"..."
print(bytes(line))
for value in (b"xyz", b"", [1, 2], 5, "ab", memoryview(b"xy").cast("b"), memoryview(b"xy"), bytearray(b"zw"), line[2:4], line[3:1:-1]):
    show("slice %s" % type(value).__name__, line.__setitem__, slice(0, 2), value)
print(bytes(line))
for code in "bBhHiIlLqQnNcfd?P":
    view = memoryview(bytearray(16)).cast(code)
    for value in (0, 1, -1, 200, 2**31, 2**63, 2**64, -2**63, 1.5, b"a", b"ab", "a", None, Index(3), [], 1e300):
        try:
            view[1] = value
            print(code, value if not isinstance(value, Index) else "Index", view[1], end="; ")
        except Exception as error:
            print(code, type(value).__name__, type(error).__name__, error, end="; ")
    print()
print(list(frozen), list(reversed(frozen)), 97 in frozen, 5 in frozen, len(frozen), bool(memoryview(b"")))
show("iterate", list, grid)
show("iterate", list, point)
