# Tests that the compiler knows, jumps over jumps, chained comparisons and conditional expressions.
def constant():
    out = []
    if 0:
        out.append("never")
    if 1:
        out.append("always")
    if not 0:
        out.append("not")
    if "":
        out.append("never")
    elif ():
        out.append("never")
    elif None:
        out.append("never")
    elif 0.0 or "text":
        out.append("text")
    else:
        out.append("never")
    while 0:
        out.append("never")
    while 1:
        break
    for _ in ():
        out.append("never")
    out.append("a" if 1 else "b")
    out.append("a" if False or None else "b")
    out.append(1 and 2 or 3)
    out.append(0 and 2 or 3)
    assert True
    assert 1, "never"
    return out


def chained(a, b, c):
    return a < b < c, a < b > c, not a < b < c, (a == b == c), a < b != c in (1, 2, 3), [x for x in (a, b, c) if a <= x <= c]


def chained_jumps(a, b, c):
    out = []
    if a < b < c:
        out.append("if")
    elif a > b > c:
        out.append("elif")
    else:
        out.append("else")
    while a < b < c:
        a += 1
    out.append(a)
    out.append("yes" if a < b <= c else "no")
    if not (a < b < c):
        out.append("not")
    if a == 1 and (b < c < 10 or a < c < b) and not c == 5:
        out.append("complex")
    assert not a < b < c
    return out


def conditionals(x, y):
    return (1 if x else 2) + (3 if y else 4), (x or y) and (y or x), x if not y else y if not x else "both", (x and y) or (not x and not y), not (x and y), not x or not y


def long_conditions(a, b, c, d):
    if a and b and c and d:
        return "all"
    if a or b or c or d:
        if not a and not b:
            return "second half"
        if (a or b) and not (c or d):
            return "first half"
        return "some"
    return "none"


class Truth:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __bool__(self):
        log.append(self.name)
        if self.value is None:
            raise ValueError("neither")
        return self.value


log = []
t, f, e = Truth("t", True), Truth("f", False), Truth("e", None)
print(constant())
for values in ((1, 2, 3), (3, 2, 1), (1, 1, 1), (2, 3, 3)):
    print(chained(*values), chained_jumps(*values))
print([conditionals(x, y) for x in (0, 1) for y in (0, 2)])
print([long_conditions(*map(int, format(n, "04b"))) for n in range(16)])
for action in (lambda: t and f, lambda: t and not f, lambda: f or t, lambda: not t, lambda: (t and f) or t, lambda: 1 if t and f else 2, lambda: t and e, lambda: f and e, lambda: not e,
               lambda: [1 for _ in "a" if f or t], lambda: t if f else f, lambda: not (f or not t), lambda: not not t):
    try:
        result = action()
        print(getattr(result, "name", result), log)
    except ValueError as error:
        print(error, log)
    log.clear()
x = 5
print(1 < x < 10 < 20, 1 < x > 10 < 20, x is 5 if False else "skipped", x in (1, 5) is False)
