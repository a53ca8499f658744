# match: every kind of pattern.
# versions: 3.10-
import collections


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Color:
    RED = "red"
    GREEN = "green"


def describe(value):
    match value:
        case None:
            return "none"
        case True | False as flag:
            return f"bool {flag}"
        case 0:
            return "zero"
        case -1 | 1.5 | 2 + 3j:
            return "special number"
        case "text" | b"bytes":
            return "literal"
        case Color.RED:
            return "red"
        case Color.GREEN as green:
            return f"value {green}"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float():
            return "number"
        case str(s) if s.startswith("x"):
            return f"x-string {s[1:]}"
        case []:
            return "empty sequence"
        case [x]:
            return f"one {x}"
        case [1, 2, *rest]:
            return f"one two {rest}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case [*init, "end"]:
            return f"to the end {init}"
        case (a, [b, c]):
            return f"nested {a} {b} {c}"
        case [Point(x=0, y=0), *points]:
            return f"from origin {len(points)}"
        case [_, _, _]:
            return "three"
        case {"kind": "circle", "radius": r}:
            return f"circle {r}"
        case {"kind": kind, **others}:
            return f"{kind} with {others}"
        case {1: one, 2: [two, *_]}:
            return f"mapping {one} {two}"
        case {}:
            return "mapping"
        case Point3(x, y, z):
            return f"3d {x} {y} {z}"
        case Point(0, 0):
            return "origin"
        case Point(x, 0) | Point(0, x):
            return f"on an axis {x}"
        case Point(x=x, y=y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "point"
        case _:
            return f"other {type(value).__name__}"


values = [None, True, False, 0, 0.0, -1, 1.5, 2 + 3j, "text", b"bytes", "red", "green", 500, 7, 2.5, "xyz", "abc", [], (), [5], (6,), [1, 2], [1, 2, 3, 4],
          [9, 8, 9], ["a", "end"], (0, (3, 4)), [Point(0, 0), 1, 2, 3], [4, 5, 6], [4, 5, 6, 7], {"kind": "circle", "radius": 2}, {"kind": "square", "side": 3},
          {1: "x", 2: [5, 6]}, {1: "x", 2: 5}, {}, {"z": 1}, Point3(1, 2, 3), Point(0, 0), Point(5, 0), Point(0, 6), Point(4, 4), Point(1, 2),
          range(1), range(3), collections.deque([1, 2, 3]), bytearray(b"ab") if False else set(), {1, 2}, iter([]), object(), Ellipsis, int]
for value in values:
    print(repr(value) if not isinstance(value, (Point, list, tuple)) and type(value).__name__ not in ("object", "list_iterator") else type(value).__name__, "->", describe(value))


def commands(line):
    match line.split():
        case ["go", ("north" | "south" | "east" | "west") as direction]:
            return "going " + direction
        case ["take", *things] if things:
            return "taking " + ", ".join(things)
        case ["quit" | "exit"]:
            return "bye"
        case [verb, *_]:
            return f"what is {verb}?"
        case []:
            return "silence"


print([commands(c) for c in ("go north", "go up", "take lamp key", "take", "quit", "exit", "", "dance now")])


def bindings(value):
    match value:
        case [a, b] | {"a": a, "b": b} | Point(a, b):
            return a, b
        case (a as b):
            return "whole", a is b


print(bindings([1, 2]), bindings({"a": 3, "b": 4}), bindings(Point(5, 6)), bindings(7))


def no_match(value):
    match value:
        case 1:
            pass
        case 2:
            return "two"
    return "fell through"


print(no_match(1), no_match(2), no_match(3))


def multi(a, b):
    match a, b:
        case 0, _:
            return "a zero"
        case _, 0:
            return "b zero"
        case x, y if x in range(11) and x + y == 10:
            return "ten"
        case [int() as x, str(y)]:
            return x, y
    return None


print(multi(0, 5), multi(5, 0), multi(4, 6), multi(20, "s"), multi(1.5, 2))


class WithGet(dict):
    def get(self, key, default=None):
        print("get", key)
        return super().get(key, default)

    def __missing__(self, key):
        return "never made"


print(describe(WithGet(kind="w")), describe(collections.defaultdict(list, kind="dd")))


class Custom(list):
    pass


print(describe(Custom([1, 2, 3])), describe(collections.OrderedDict(kind="od")))


def self_matching(value):
    match value:
        case bool(b):
            return "bool", b
        case int(i):
            return "int", i
        case float(f):
            return "float", f
        case str(s):
            return "str", s
        case bytes(b):
            return "bytes", b
        case list(x):
            return "list", x
        case tuple(x):
            return "tuple", x
        case dict(x):
            return "dict", x
        case frozenset(x) | set(x):
            return "set", x


for value in (True, 1, 1.0, "s", b"b", [1], (1,), {1: 1}, {1}, frozenset([1])):
    print(self_matching(value))


def mapping_rest(m):
    match m:
        case {"a": 1, **rest}:
            return rest
        case {**rest}:
            return "all", rest


print(mapping_rest({"a": 1, "b": 2}), mapping_rest({"b": 2}), mapping_rest({}))
