# Operators on sequences, sets, dicts and strings.
print([1] + [2, 3], (1,) + (2,), "a" + "b", b"a" + b"b")
print([1, 2] * 2, 3 * (0,), "ab" * 3, b"x" * 2, [] * 5, "a" * -1, (1,) * 0, True * "t")
a = [1]
alias = a
a += (2, 3)
a += "x"
print(a, alias is a)
a *= 2
print(a, alias is a)
t = (1,)
other = t
t += (2,)
t *= 2
print(t, other)
s = "s"
s += "t"
s *= 3
print(s)
x, y = {1, 2, 3}, {2, 3, 4}
print(x & y, x | y, x - y, x ^ y, type(x & frozenset(y)).__name__, type(frozenset(y) | x).__name__)
x &= y
print(x)
x |= {9}
x -= {2}
x ^= {3, 7}
print(sorted(x))
print("%s and %d and %5.2f|%-5s|%05d|%x|%r|%%" % ("text", 42, 3.14159, "ab", 42, 255, "q"))
print("%(name)s is %(age)d" % {"name": "Ann", "age": 30}, "%s" % "single", "%s" % (("tuple",),), "%c%c" % (65, "B"))
print(b"%d-%s" % (5, b"x"))
print({1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, {1} > set(), {1} >= {2}, {1} == frozenset({1}))
print([1, 2] < [1, 3], (1, 2) < (1, 2, 0), "a" < "b", [] < [0], [1, "a"] == [1, "a"], (1, 2) != (1, 3))
print({}.keys() & {"a"}, {"a": 1}.keys() | {"b"} == {"a", "b"}, {"a": 1}.items() & {("a", 1)}, {"a": 1, "b": 2}.keys() - {"a"})


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: [1] + (2,))
attempt(lambda: (1,) + [2])
attempt(lambda: "a" + 1)
attempt(lambda: "a" + b"b")
attempt(lambda: [1] * 1.5)
attempt(lambda: "a" * "b")
attempt(lambda: {1} + {2})
attempt(lambda: {1} | [2])
attempt(lambda: {} | [])
attempt(lambda: "%d" % "x")
attempt(lambda: "%s %s" % ("one",))
attempt(lambda: "%s" % (1, 2))
attempt(lambda: "%(a)s" % {})
attempt(lambda: "%q" % 1)
attempt(lambda: "%c" % "ab")
attempt(lambda: [1] < (1,))
attempt(lambda: {1} < [1])
attempt(lambda: [1, 2] < ["a"])
attempt(lambda: [1] * 2**70)


def iadd_list():
    x = [1]
    x += 5


def iadd_tuple_item():
    x = ([],)
    try:
        x[0] += [1]
    finally:
        print(x)


attempt(iadd_list)
attempt(iadd_tuple_item)
