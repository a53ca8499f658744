# Conditional jumps: if, elif, and, or, not, ternary, None tests, truth of every kind.
def classify(x):
    if x is None:
        return "none"
    elif x is True:
        return "true"
    elif not x:
        return "falsy"
    elif isinstance(x, int) and x > 10 or isinstance(x, str) and len(x) > 3:
        return "big"
    elif x == 1 if not isinstance(x, str) else x == "one":
        return "one"
    else:
        return "other"


for value in (None, True, False, 0, 1, 5, 50, "", "one", "four", 0.0, [], [0], {}, {1}, (), (0,), b"", range(0), range(1), 0j):
    print(repr(value), classify(value))


def short_circuit(*values):
    log = []

    def note(v):
        log.append(v)
        return v

    a, b, c = values
    return note(a) and note(b) or note(c), log


for a in (0, 1):
    for b in ("", "b"):
        for c in (None, "c"):
            print(a, b, c, short_circuit(a, b, c))


def none_tests(x):
    result = []
    if x is None:
        result.append("is")
    if x is not None:
        result.append("is not")
    while x is not None:
        x = None
        result.append("loop")
    y = "default" if x is None else x
    result.append(y)
    return result


print(none_tests(None), none_tests(1))


def long_or(x):
    return x == 1 or x == 2 or x == 3 or "no"


def long_and(x):
    return x and x.get("a") and x["a"].get("b") and x["a"]["b"]


print(long_or(1), long_or(3), long_or(4))
print(long_and({}), long_and({"a": {}}), long_and({"a": {"b": 7}}))


class Truth:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        print("asked", self.answer)
        return self.answer


if Truth(True) and not Truth(False):
    print("both")
if Truth(False) or Truth(False):
    print("never")
else:
    print("neither")
print("t" if Truth(True) else "f")
while not Truth(True):
    pass
assert Truth(True)
try:
    assert Truth(False), "assertion message"
except AssertionError as error:
    print("AssertionError", error)
try:
    assert 1 == 2
except AssertionError as error:
    print("AssertionError", repr(error))
if (n := len("walrus")) > 3 and (m := n * 2):
    print(n, m)
if not (1 < n < 10):
    print("never")
print(not None, not "", not "a", not [[]])
