# Global and builtin names: loads, stores, deletes, shadowing, lookups that fail.
value = 1


def read():
    return value


def write():
    global value, fresh
    value = 2
    fresh = "new"


def remove():
    global value
    del value


print(read())
write()
print(read(), fresh)
remove()
for function in (read, remove):
    try:
        function()
    except NameError as error:
        print(type(error).__name__, error)

len_before = len
len = lambda x: "shadowed"
print(len([1, 2]))
del len
print(len([1, 2]))
try:
    del len
except NameError as error:
    print(type(error).__name__, error)


def call_shadowed():
    return abs(-5)


print(call_shadowed())
abs = lambda x: "mine"
print(call_shadowed())
del abs
print(call_shadowed())

globals()["dynamic"] = 42
print(dynamic)
print("dynamic" in globals(), "missing" in globals())
print(sorted(name for name in globals() if not name.startswith("__")))
print(__name__, __doc__, __builtins__ is not None)


def uses_missing():
    return absolutely_missing


try:
    uses_missing()
except NameError as error:
    print(error)
try:
    also_missing
except NameError as error:
    print(error)
