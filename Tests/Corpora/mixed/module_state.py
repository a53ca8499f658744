# Names of a module that it and a program change, and the forms of import.
# module-versions: module_state_module all
import sys
import module_state_module
import module_state_module as m
from module_state_module import *
from module_state_module import _private, value as imported, computed

print(value, bump(), value, m.value, imported, _private, computed, m.computed, dir(m), m is module_state_module, m is sys.modules["module_state_module"])
m.value = 10
print(bump(), m.read("value"), value, m.Holder.value, length("abc"), len("abc"))
m.len = lambda x: "changed"
print(length("abc"), len("abc"))
del m.len
print(length("abc"))
m.sum = lambda x: "injected"
print(m.builtin_sum([1]), sum([1]))
del m.sum
print(m.builtin_sum([1]), hasattr(m, "nothing"), "builtin_sum" in globals(), "read" in globals())
for action in (lambda: m.read("nothing"), lambda: m.nothing):
    try:
        action()
    except (KeyError, AttributeError) as error:
        print(type(error).__name__, error)


def local():
    from module_state_module import bump as b, read
    import module_state_module as n
    return b(), n.value, read("__name__"), n.__name__


print(local(), m.bump.__globals__ is vars(m), m.bump.__module__)
vars(m)["value"] = "by vars"
print(m.value)
try:
    from module_state_module import missing
except ImportError as error:
    print(type(error).__name__, error.name)
