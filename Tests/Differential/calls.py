"""Makes the calls of the differential test and prints a line for each: number, target, call, and what came of it.

    calls.pyc SEED FIRST LAST [flush]

Runs in CPython and in Adder. Call N of a seed is the same whichever calls are made before: it has random numbers, and values, of its own.
pool.py (POOL) and targets.py (TARGETS) are made by plan.py.
"""
import marshal
import sys

import display
import helpers
from pool import POOL

MASK = 0xFFFFFFFFFFFFFFFF
REPLACED = {"int": "count", "number": "count", "numeric": "count", "index": "count"}
MUTABLE = (list, dict, set, bytearray)
# Functions whose every integer must be small, not only those behind the first.
ALL_TINY = ("factorial", "perm", "comb")


class Choice:
    """A small random generator, and bounds of what it makes."""

    def __init__(self, seed, number):
        self.state = (seed * 0x9E3779B97F4A7C15 + number * 0xD1342543DE82EF95 + 0x1234567) & MASK
        self.small = self.tiny = False
        for _ in range(3):
            self.below(2)

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & MASK
        return ((self.state >> 33) ^ (self.state >> 51)) % bound

    def of(self, items):
        return items[self.below(len(items))]

    def chance(self, percent):
        return self.below(100) < percent


def make(choice, kind, depth=0, first=False):
    """Text and value of an expression of a kind."""
    if choice.tiny and not first and kind in REPLACED or choice.tiny and kind == "count":
        kind = "smallint"
    elif choice.small and kind in REPLACED:
        kind = "count"
    elif depth > 3 and kind == "any":
        kind = "smallint"
    parts, kinds, function = choice.of(POOL[kind])
    if not kinds:
        return parts[0], function()
    texts, values = make_all(choice, kinds, depth + 1, first)
    return join(parts, texts), function(*values)


def make_all(choice, kinds, depth, first):
    texts = []
    values = []
    for kind in kinds:
        text, value = make(choice, kind, depth, first)
        texts.append(text)
        values.append(value)
        first = False
    return texts, values


def join(parts, texts):
    joined = parts[0]
    for place in range(len(texts)):
        joined += texts[place] + parts[place + 1]
    return joined


class Call:
    """A call that is to be made: its text, the function to be called without arguments, and what it is given."""

    def __init__(self, text, perform, values):
        self.text, self.perform, self.values = text, perform, values


def make_form(choice, target):
    name, flags, templates = target
    parts, kinds, function = choice.of(templates)
    texts, values = make_all(choice, kinds, 0, True)
    return Call(join(parts, texts), lambda: function(*values), values)


def choose_kinds(choice, templates):
    """Kinds of arguments: mostly of a template, sometimes a little changed, sometimes anything."""
    if templates and not choice.chance(10):
        kinds = list(choice.of(templates))
        if kinds and choice.chance(12):
            kinds[choice.below(len(kinds))] = "any"
        elif choice.chance(4):
            kinds.append("any")
        elif kinds and choice.chance(3):
            kinds.pop()
        return kinds
    return ["any"] * choice.of((0, 1, 1, 1, 2, 2, 3, 4))


def named(choice, texts, values, parameters):
    """Some of the last arguments by name."""
    keywords = {}
    if parameters and choice.chance(14):
        start = choice.below(len(values) + 1)
        for place in range(start, min(len(values), len(parameters))):
            keywords[parameters[place]] = values[place]
            texts[place] = parameters[place] + "=" + texts[place]
        del values[start:start + len(keywords)]
    elif choice.chance(3):
        keywords[choice.of(("bogus", "key", "x", "self"))] = 1
        texts.append("**" + repr(keywords))
    return keywords


def make_call(choice, target, exactly):
    """A call of a function, of a method of a receiver, or of a method by its type; exactly by a template if so."""
    name, flags, path, find, receiver, method, templates, parameters = target
    kinds = templates[0] if exactly else choose_kinds(choice, templates)
    given = []
    if receiver is not None:
        text, value = make(choice, "any" if choice.chance(0 if exactly else 5) else receiver, 0, not name.split(".")[-1].startswith("__r"))
        given.append(value)
    texts, values = make_all(choice, kinds, 0, receiver is None)
    keywords = {} if exactly else named(choice, texts, values, parameters)
    if receiver is None:
        return Call("%s(%s)" % (path, ", ".join(texts)), lambda: find()(*values, **keywords), values)
    if choice.chance(65):
        return Call("%s.%s(%s)" % (text, method, ", ".join(texts)), lambda: getattr(value, method)(*values, **keywords), given + values)
    return Call("%s(%s)" % (path, ", ".join([text] + texts)), lambda: find()(value, *values, **keywords), given + values)


def prepare(target, choice, exactly=False):
    flags = target[1]
    choice.small = "small" in flags
    choice.tiny = "tiny" in flags
    if target[0].split(".")[-1] in ALL_TINY:
        choice.small = choice.tiny = True
    return make_form(choice, target) if len(target) == 3 else make_call(choice, target, exactly)


class Collector:
    """Stands for standard output while a call is made."""

    def __init__(self): self.text = ""

    def write(self, text): self.text += text

    def flush(self): pass


def is_hash(name, values):
    return name.endswith("hash") or name.endswith("__hash__") or name == "builtins.hash"


def has_fixed_hash(value):
    """Whether the hash does not depend on an address."""
    return isinstance(value, (int, str, bytes)) or isinstance(value, (float, complex)) and value == value


def outcome(name, call):
    """What came of the call: the result or the exception, what was printed, and what was changed."""
    values = call.values
    helpers.State.receiver = values[0] if values else None
    out, sys.stdout = sys.stdout, Collector()
    try:
        try:
            result = call.perform()
            if is_hash(name, values) and values and (name == "object.__hash__" or not has_fixed_hash(values[0])):
                result = type(result)
            text = "= " + display.bounded(display.show(result))
            if name == "marshal.dumps":
                text += " ; loaded " + display.bounded(display.show(marshal.loads(result)))
        except BaseException as error:
            text = "! " + display.show_error(error)
        helpers.State.receiver = None
        for place in range(len(values)):
            value = values[place]
            if isinstance(value, MUTABLE) or display.is_native_iterator(type(value)):
                text += " ; %d %s" % (place, display.bounded(display.show(value)))
        printed = sys.stdout
    finally:
        sys.stdout = out
    if isinstance(printed, Collector) and printed.text:
        text += " ; printed " + display.bounded(ascii(display.without_addresses(printed.text)))
    return text


def line(targets, seed, number):
    choice = Choice(seed, number)
    target = targets[(number + seed * 7919) % len(targets)]
    try:
        call = prepare(target, choice)
    except BaseException as error:
        return "%d\t%s\t-\tunavailable %s" % (number, target[0], display.show_error(error))
    try:
        came = outcome(target[0], call)
    except BaseException as error:
        came = "? not shown: " + display.show_error(error)
    return "%d\t%s\t%s\t%s" % (number, target[0], display.bounded(call.text), came)


def main():
    from targets import TARGETS
    seed, first, last = [int(argument) for argument in sys.argv[1:4]]
    flush = sys.argv[4:] == ["flush"]
    out = sys.stdout
    for number in range(first, last):
        out.write(line(TARGETS, seed, number) + "\n")
        if flush:
            out.flush()


if __name__ == "__main__":
    main()
