# Attributes of instances, classes and modules: get, set, delete, and their failures.
import math


class Thing:
    shared = "class attribute"

    def __init__(self, value):
        self.value = value

    def method(self):
        return self.value


thing = Thing(1)
print(thing.value, thing.shared, thing.method(), Thing.method(thing))
thing.value += 10
thing.extra = [1]
thing.extra += [2]
thing.shared = "instance"
print(thing.value, thing.extra, thing.shared, Thing.shared)
print(thing.__dict__, list(vars(thing)))
del thing.shared
print(thing.shared)


def show(label, action):
    try:
        print(label, action())
    except AttributeError as error:
        print(label, type(error).__name__, error)
    except TypeError as error:
        print(label, type(error).__name__, error)


def delete(obj, name):
    delattr(obj, name)


def delete_statement():
    del thing.missing


def set_on_int():
    (5).x = 1


def set_on_none():
    None.x = 1


def set_on_builtin():
    int.x = 1


show("missing", lambda: thing.missing)
show("missing call", lambda: thing.missing())
show("missing on class", lambda: Thing.missing)
show("missing on int", lambda: (5).missing)
show("missing on None", lambda: None.missing)
show("missing on module", lambda: math.missing)
show("missing on function", lambda: show.missing)
show("missing on type", lambda: int.missing)
show("missing method on str", lambda: "".missing())
show("delete missing", delete_statement)
show("delete class attribute through instance", lambda: delete(thing, "shared"))
show("set on int", set_on_int)
show("set on None", set_on_none)
show("set on builtin type", set_on_builtin)
show("set on list", lambda: setattr([], "x", 1))
show("getattr default", lambda: getattr(thing, "missing", "default"))
show("hasattr", lambda: (hasattr(thing, "value"), hasattr(thing, "nothing")))
show("getattr not str", lambda: getattr(thing, 5))
show("setattr not str", lambda: setattr(thing, 5, 5))

setattr(thing, "odd name", 3)
print(getattr(thing, "odd name"), sorted(thing.__dict__))
thing.__dict__["direct"] = "through dict"
print(thing.direct)
thing.__dict__ = {"replaced": True}
print(thing.replaced, hasattr(thing, "value"))
print(thing.__class__ is Thing, thing.__class__.__name__)


class Other:
    def method(self):
        return "other method"


thing.__class__ = Other
print(thing.method(), type(thing).__name__)


def add_function_attribute():
    pass


add_function_attribute.note = "a note"
print(add_function_attribute.note, add_function_attribute.__dict__)
