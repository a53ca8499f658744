"""marshal: values of every type, written in the old versions of the format (which do not depend on what is shared) and read again."""
import marshal

VALUES = [None, True, False, Ellipsis, StopIteration, 0, 1, -1, 255, 2**31 - 1, -2**31, 2**31, 2**32, -2**63, 2**64, 10**30, -10**50, 2**15, 2**30, 2**45, 2**60 - 1,
          0.0, -0.0, 1.5, 1e300, float("inf"), 0.1, 1j, 2.5 - 3j, "", "a", "text", "x" * 300, "\xe9", "\u20ac", "\U0001f600", "\ud800", b"", b"a", b"bytes" * 60,
          bytearray(b"ab"), memoryview(b"cd"), (), (1,), (1, (2, (3,))), [], [1, [2]], {}, {1: 2, "a": [3]}, set(), {1}, frozenset(), frozenset({2}), tuple(range(300))]
for value in VALUES:
    for version in (0, 1, 2):
        data = marshal.dumps(value, version)
        print(version, data if len(data) < 60 else (len(data), data[:10], data[-10:]))
        again = marshal.loads(data)
        print("  ", type(again).__name__, again == value or repr(again) == repr(value) or again is value)
    for version in (3, 4):
        again = marshal.loads(marshal.dumps(value, version))
        print("  ", again == value or repr(again) == repr(value))
shared = [1, 2]
again = marshal.loads(marshal.dumps([shared, shared, {"k": shared}]))
print(again, again[0] is again[1], again[2]["k"] is again[0])
recursive = []
recursive.append(recursive)
again = marshal.loads(marshal.dumps(recursive))
print(again[0] is again, again)
loop = {}
loop["self"] = [loop]
again = marshal.loads(marshal.dumps(loop))
print(again["self"][0] is again)
big = {"names": ["n%d" % k for k in range(500)], "numbers": list(range(-500, 500)), "pairs": [(k, str(k)) for k in range(200)]}
print(marshal.loads(marshal.dumps(big)) == big, marshal.loads(marshal.dumps({"a", "b", "c"})) == {"a", "b", "c"})
nested = []
for _ in range(500):
    nested = [nested]
print(marshal.loads(marshal.dumps(nested)) == nested, marshal.loads(b"i\x01\0\0\0garbage"), marshal.loads(bytearray(b"N")), marshal.loads(memoryview(b"T")))
