# versions: 3.8-3.10, 3.12-
"""Docstrings of properties, and of those of subclasses."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

class Sub(property): pass


def documented(self):
    "of the getter"
    return 1


def other(self): return 2


for kind in (property, Sub):
    for arguments in ((), (documented,), (other,), (None, None, None, "given"), (documented, None, None, "given"), (documented, None, None, 5)):
        made = kind(*arguments)
        show("%s %d" % (kind.__name__, len(arguments)), lambda: made.__doc__)
        show("in its dict", lambda: sorted(made.__dict__.items()))
        show("with another getter", lambda: made.getter(other).__doc__)
        show("with a documented getter", lambda: made.getter(documented).__doc__)
        show("with a setter", lambda: made.setter(other).__doc__)
        show("with a deleter", lambda: made.deleter(None).__doc__)
show("read only get", property().__get__, 5)
show("read only set", property(documented).__set__, 5, 6)
show("read only delete", property(documented).__delete__, 5)
for kind in (classmethod, staticmethod):
    wrapped = kind(documented)
    show(kind.__name__, lambda: sorted(set(wrapped.__dict__) - {"__annotations__", "__annotate__", "__module__"}))
    show("set", setattr, wrapped, "__dict__", 5)
    show("delete", delattr, wrapped, "__dict__")
    wrapped.__dict__ = {"x": 1}
    show("replaced", lambda: wrapped.x)
