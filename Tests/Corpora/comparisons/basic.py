# The six comparisons, chains, identity and membership, on values and as conditions.
values = [0, 1, -1, 1.0, 0.5, True, False, 2**70, -2**70, float("inf")]
for a in values:
    print(a, [(a < b, a <= b, a == b, a != b, a > b, a >= b) for b in values])
strings = ["", "a", "b", "ab", "é", "z", "😀"]
print([(x < y, x == y, x >= y) for x in strings for y in strings])


def conditions(a, b):
    taken = []
    if a < b:
        taken.append("<")
    if a <= b:
        taken.append("<=")
    if a == b:
        taken.append("==")
    if a != b:
        taken.append("!=")
    if a > b:
        taken.append(">")
    if a >= b:
        taken.append(">=")
    if a is b:
        taken.append("is")
    if a is not b:
        taken.append("is not")
    if a in (b, 5):
        taken.append("in")
    if a not in (b, 5):
        taken.append("not in")
    if not a < b:
        taken.append("not <")
    if not a:
        taken.append("not a")
    return taken


print(conditions(1, 2), conditions(2, 1), conditions(3, 3), conditions("a", "b"), conditions(None, None) if False else "")
print(conditions(0, 0.0), conditions(5, 4))


def chained(a, b, c):
    return a < b < c, a < b <= c != a, a == b == c, not a < b < c, a < b in [b] is not c


print(chained(1, 2, 3), chained(3, 2, 1), chained(1, 1, 1))


def once(log, value):
    log.append(value)
    return value


log = []
print(once(log, 1) < once(log, 5) < once(log, 3) < once(log, 9), log)
if once(log, 1) < once(log, 2) < once(log, 3):
    print("chain taken", log)
print(None is None, None is not None, () is (), 1 in [1], 1 not in [1], "b" in "abc", "" in "abc", "bd" not in "abc")
print(2 in {1: "a", 2: "b"}, 3 in {1, 2, 3}, 5 in range(0, 10, 5), 6 in range(0, 10, 5), 2 in (i for i in (1, 2, 3)), b"b" in b"abc", 98 in b"abc")
print([1, 2] == [1, 2.0], (1,) == [1], {1: 2} == {1.0: 2.0}, {1, 2} == {2, 1}, "a" == b"a", None == 0, [] != ())
