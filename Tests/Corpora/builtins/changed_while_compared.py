"""Containers that shrink or grow while their items are compared, hashed or converted."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

class Clearing:
    def __init__(self, target, how="clear"): self.target, self.how = target, how

    def __repr__(self): return "Clearing"

    def act(self):
        if self.how == "clear": self.target.clear()
        elif len(self.target) < 9: self.target.append(7)

    def __eq__(self, other):
        self.act()
        return False

    def __lt__(self, other):
        self.act()
        return True

    def __hash__(self): return 1

    def __index__(self):
        self.act()
        return 1

    __int__ = __index__


def assign(target, key, value):
    target[key] = value
    return target


OPERATORS = {
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b, "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b}
for how in ("clear", "append"):
    for sign in sorted(OPERATORS):
        left = [1, 2, 3]
        show("%s %s left" % (sign, how), OPERATORS[sign], left, [Clearing(left, how), 2, 3])
        show("then", list, left)
        right = [0]
        right[:] = [5, Clearing(right, how), 6]
        show("%s %s right" % (sign, how), OPERATORS[sign], [5, 6, 7, 8], right)
        show("then", len, right)
    items = [1, 2, 3]
    show("index", items.index, Clearing(items, how))
    items = [1, 2, 3]
    show("count", items.count, Clearing(items, how))
    items = [1, 2, 3]
    show("remove", items.remove, Clearing(items, how))
    items = [1, 2, 3]
    show("in", lambda: Clearing(items, how) in items)
    array = bytearray(b"abc")
    show("bytearray insert", array.insert, Clearing(array, how), 5)
    array = bytearray(b"abc")
    show("bytearray pop", array.pop, Clearing(array, how))
    items = [1, 2, 3]
    show("list value", assign, items, Clearing(items, how), 5)
    items = [1, 2, 3]
    show("list pop", items.pop, Clearing(items, how))
    items = [1, 2, 3]
    show("list repeat", lambda: items * Clearing(items, how))
show("beyond", assign, bytearray(b""), 0, 300)
show("beyond, no number", assign, bytearray(b"a"), 5, "x")
show("no index", assign, bytearray(b"a"), "x", 300)
