# Patterns of every shape, with guards, captures, nesting, and what stays bound.
# versions: 3.10-
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Sub(Point):
    __match_args__ = ("z",)
    z = "class attribute"


class Constants:
    ONE = 1
    TEXT = "text"


def kind(value):
    match value:
        case None | True | False:
            return "singleton"
        case 0 | -1 | 1.5 | 2 + 3j:
            return "number"
        case Constants.TEXT:
            return "constant"
        case "a" "b" | b"bytes":
            return "literal"
        case str(text) if text.isupper():
            return "upper", text
        case int(n) | float(n):
            return "numeric", n
        case [] | ():
            return "empty"
        case [1]:
            return "one"
        case [1, 2, *rest] if len(rest) < 3:
            return "starts with 1, 2", rest
        case [first, *_, last] if first == last:
            return "same ends", first
        case [[a, b], (c, [d])]:
            return "nested", a, b, c, d
        case (Point(x=0) | Point(y=0)) as p:
            return "on axis", p.x, p.y
        case Sub(found, x=xx):
            return "sub", found, xx
        case Point(x, y) if x == y:
            return "diagonal", x
        case Point(x=Point(a, b), y=[*items]):
            return "nested point", a, b, items
        case {"type": "a", "value": v, **rest}:
            return "mapping a", v, rest
        case {"type": "b", "inner": {"deep": [x, _]}}:
            return "mapping b", x
        case {1: one, None: nothing}:
            return "keys", one, nothing
        case {}:
            return "mapping", len(value)
        case [*all_of_it]:
            return "sequence", all_of_it
        case bytes() | bytearray():
            return "bytes"
        case object(missing=m):
            return "has missing", m
        case other:
            return "other", type(other).__name__


class HasMissing:
    missing = "found"


for value in (None, True, 0, -1, 1.5, 2 + 3j, 1, 1.0, "text", "ab", b"bytes", b"x", "UP", "low", 7, 2.5, [], (), [1], (1,), [1, 2], [1, 2, 3, 4], [1, 2, 3, 4, 5], [5, 0, 5], "aa",
              [[1, 2], (3, [4])], Point(0, 5), Point(5, 0), Sub(3, 4), Point(3, 3), Point(Point(1, 2), [3, 4]), Point(1, 2), {"type": "a", "value": 1, "more": 2},
              {"type": "b", "inner": {"deep": (1, 2)}}, {1: "one", None: 0}, {}, {"k": 1}, range(3), {1, 2}, HasMissing(), object(), lambda: 1):
    print(kind(value))


def bound_before_failing(value):
    a = b = "unset"
    match value:
        case [a, b, 3]:
            return "first", a, b
        case [a, _, _] if a > 10:
            return "second", a, b
        case _:
            return "none", a, b


print(bound_before_failing([1, 2, 3]), bound_before_failing([20, 2, 4]), bound_before_failing([1, 2, 4]), bound_before_failing(5))


def in_loop(items):
    out = []
    for item in items:
        match item:
            case "skip":
                continue
            case "stop":
                break
            case ("return", value):
                return value, out
            case [x, y]:
                try:
                    out.append(x // y)
                except ZeroDivisionError:
                    continue
                finally:
                    out.append("finally")
        out.append("after")
    else:
        out.append("else")
    return out


print(in_loop([[4, 2], "skip", [1, 0], 5]), in_loop(["stop"]), in_loop([[1, 1], ("return", 3)]))
match 1, 2:
    case x, y:
        print(x, y)
match = 5
print(match)
match (match):
    case 5:
        case = "soft keywords"
        print(case)
log = []


def note(value):
    log.append(value)
    return value


match note([1, [2, 3]]):
    case [x, [y, z]] if note(x) > 5:
        pass
    case [x, [y, z]] if note(y):
        print(x, y, z, log)
