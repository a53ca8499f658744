"""How values, exceptions and texts are printed: the same for the same value, without addresses, and bounded.

Runs in CPython and in Adder.
"""
MOST_ITEMS = 24
MOST_DEPTH = 5
MOST_TEXT = 400
DRAINED = 8
SCALARS = (float, complex, bytes, bytearray, type(None), type(Ellipsis), type(NotImplemented), bool)
VIEWS = (type({}.keys()), type({}.values()), type({}.items()))
PROXY = type(type.__dict__)


def checksum(text):
    value = 0
    for character in text:
        value = (value * 1000003 + ord(character)) & 0xFFFFFFFF
    return value


def bounded(text):
    """At most MOST_TEXT characters, with a checksum of all if it has more."""
    if len(text) <= MOST_TEXT:
        return text
    if len(text) > 20000:
        text = text[:10000] + text[-10000:] + str(len(text))
    return "%s...#%08x" % (text[:MOST_TEXT], checksum(text))


def without_addresses(text):
    parts = text.split(" at 0x")
    for place in range(1, len(parts)):
        part = parts[place]
        end = 0
        while end < len(part) and part[end] in "0123456789abcdef":
            end += 1
        parts[place] = part[end:]
    return " at 0x".join(parts)


def show_int(value):
    if -10**18 < value < 10**18:
        return int.__repr__(value)
    return hex(value + 0)


def show_items(items, depth, above):
    shown = []
    for item in items:
        if len(shown) == MOST_ITEMS:
            shown.append("...")
            break
        shown.append(show(item, depth + 1, above))
    return ", ".join(shown)


def show_pairs(value, depth, above):
    shown = []
    for key, item in dict.items(value):
        if len(shown) == MOST_ITEMS:
            shown.append("...")
            break
        shown.append(show(key, depth + 1, above) + ": " + show(item, depth + 1, above))
    return ", ".join(shown)


def show_container(value, depth, above):
    """A list, tuple, dict, set or frozenset, by its base's own methods; None if it is none of these."""
    above = above + (id(value),)
    if isinstance(value, list):
        return "[" + show_items(list.__iter__(value), depth, above) + "]"
    if isinstance(value, tuple):
        return "(" + show_items(tuple.__iter__(value), depth, above) + ",)"
    if isinstance(value, dict):
        return "{" + show_pairs(value, depth, above) + "}"
    if isinstance(value, set):
        return "{*" + show_elements(list(set.__iter__(value)), depth, above) + "}"
    if isinstance(value, frozenset):
        return "{!" + show_elements(list(frozenset.__iter__(value)), depth, above) + "}"
    return None


def show_elements(elements, depth, above):
    """Elements of a set in its order; sorted by their texts if the order depends on an address."""
    if all(type(element) in (int, str, bytes) or type(element) is float and element == element for element in elements):
        return show_items(elements, depth, above)
    return ", ".join(sorted(show(element, depth + 1, above) for element in elements))


def show_error(error):
    """The type, the message, and the arguments if they are not just that."""
    name = type(error).__name__
    try:
        message = without_addresses(str(error))
    except BaseException as second:
        message = "<str raised %s>" % type(second).__name__
    text = name + ": " + ascii(message)[1:-1]
    arguments = BaseException.__dict__["args"].__get__(error)
    if len(arguments) > 1 or len(arguments) == 1 and not (type(arguments[0]) is str and arguments[0] == message):
        text += " | args " + show(arguments, 1, ())
    for label in ("name", "obj", "path", "value", "code", "errno", "start", "reason"):
        try:
            held = getattr(error, label)
        except BaseException:
            continue
        if held is not None and label not in ("obj",):
            text += " | %s %s" % (label, show(held, 2, ()))
    for label, link in (("cause", error.__cause__), ("context", error.__context__)):
        if link is not None:
            text += " | %s %s" % (label, type(link).__name__)
    return bounded(text)


def show_drained(value, depth, above):
    shown = []
    try:
        while len(shown) < DRAINED:
            shown.append(show(next(value), depth + 1, above))
    except StopIteration as end:
        shown.append("end" if end.value is None else "end " + show(end.value, depth + 1, above))
    except BaseException as error:
        shown.append("raised " + show_error(error))
    return "<%s: %s>" % (type(value).__name__, ", ".join(shown))


def is_native_iterator(kind):
    return kind.__module__ in ("builtins", "itertools", "collections", "_collections") and hasattr(kind, "__next__")


def show_made(value, kind, depth, above):
    """An object of a class of the test, or of one made by it."""
    base = show_container(value, depth, above)
    if base is None and isinstance(value, int):
        base = show_int(value)
    if base is None and isinstance(value, (float, complex, bytes, bytearray)):
        base = [b for b in (float, complex, bytes, bytearray) if isinstance(value, b)][0].__repr__(value)
    if base is None and isinstance(value, str):
        base = ascii(str.__str__(value))
    if base is None and isinstance(value, BaseException):
        base = show_error(value)
    try:
        members = object.__getattribute__(value, "__dict__")
    except AttributeError:
        members = {}
    text = kind.__name__ + "(" + (base or "")
    if members:
        text += "; " + show_pairs(members, depth, above + (id(value),))
    return text + ")"


def show(value, depth=0, above=()):
    kind = type(value)
    if kind is str:
        return ascii(without_addresses(value))
    if kind is int:
        return show_int(value)
    if kind in SCALARS:
        return without_addresses(repr(value))
    if id(value) in above:
        return "<recursion>"
    if depth > MOST_DEPTH:
        return "<%s>" % kind.__name__
    if kind in (list, tuple, dict, set, frozenset):
        return show_container(value, depth, above)
    if isinstance(value, type):
        return type.__repr__(value)
    if kind.__module__ in ("helpers",):
        return show_made(value, kind, depth, above)
    if isinstance(value, BaseException):
        return "<" + show_error(value) + ">"
    if is_native_iterator(kind):
        return show_drained(value, depth, above)
    if kind in VIEWS:
        return "%s[%s]" % (kind.__name__, show_items(value, depth, above + (id(value),)))
    if kind is memoryview:
        return show_memory(value)
    return show_by_repr(value, kind)


def show_memory(view):
    try:
        return "<memory %s %s %s %s %r>" % (view.format, view.shape, view.strides, view.readonly, view.tobytes())
    except ValueError:
        return "<memory released>"


def show_by_repr(value, kind):
    try:
        return kind.__name__ + " " + ascii(without_addresses(repr(value)))[1:-1]
    except BaseException as error:
        return "%s (repr raised %s)" % (kind.__name__, type(error).__name__)
