"""The special methods of builtin types called by name, with too many arguments and with none: which are slot wrappers."""
RETURN_AT_ONCE = """__reduce__ __sizeof__ __dir__ __repr__ __str__ __reduce_ex__ __hash__ __iter__ __next__ __reversed__ __getstate__ __length_hint__
    __setstate__""".split()
SKIPPED = """__new__ __init__ __init_subclass__ __subclasshook__ __class_getitem__ __call__ __class__ __del__ __buffer__ __release_buffer__
    __alloc__""".split()


def attempt(action, *arguments):
    try:
        print(action(*arguments), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


def attribute(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]


for value in [[], {}, set(), (), "", b"", range(3), 5, 5.0, iter([]), (x for x in ()), slice(1), ValueError(), len, attempt]:
    for name in sorted(dir(type(value))):
        found = attribute(type(value), name)
        if not name.startswith("__") or not callable(found) or name in SKIPPED:
            continue
        print(type(value).__name__, name, type(found).__name__, end=": ")
        attempt(getattr(value, name), 1, 2, 3, 4)
        if name not in RETURN_AT_ONCE:
            attempt(getattr(value, name))
        print()


def call(cls, *arguments, **keywords):
    print(cls.__name__, arguments, keywords, end=" ")
    try:
        print(type(cls(*arguments, **keywords)).__name__)
    except Exception as e:
        print(type(e).__name__, e)


for cls in [enumerate, reversed, zip, map, filter, range, slice, property, classmethod, staticmethod, int, float, str, bytes, bytearray, complex, list,
            tuple, set, frozenset, dict, type, super, bool, object]:
    call(cls)
    call(cls, zzz=1)
    call(cls, 1, 2, 3, 4, 5)
    call(cls, 1, 2, 3, 4, 5, zzz=1)


class Numbered(enumerate):
    pass


for cls in [enumerate, Numbered]:
    call(cls, start=1)
    call(cls, iterable=[5])
    call(cls, start=1, iterable=[5])
    call(cls, iterable=[5], start=1)
    call(cls, [5], start=1)
    call(cls, [5], iterable=1)
    call(cls, [5], 1, start=1)
    call(cls, [5], 1, 2)
    call(cls, foo=2)
    call(cls, start=1, foo=2)
    call(cls, iterable=1, foo=2)
    call(cls, a=1, b=2, c=3)
    call(cls, 5)
    call(cls, [5], "a")
