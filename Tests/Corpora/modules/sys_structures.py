# The named tuples of module sys.
import sys


def show(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "raised", type(error).__name__, error)


print(sys.float_info)
print(sys.int_info.bits_per_digit, sys.int_info.sizeof_digit)
print(sys.hash_info.width, sys.hash_info.modulus, sys.hash_info.inf, sys.hash_info.algorithm)
print(sys.thread_info.name, type(sys.thread_info).__name__, len(sys.thread_info))
info = sys.version_info
print(tuple(info)[0], info.releaselevel, info[3:], info >= (3, 8), info < (4,), len(info), info.major == info[0], hash(info) == hash(tuple(info)))
print(info == tuple(info), info[:2] == (info.major, info.minor), info.count("final"), info.index("final"), isinstance(info, tuple))
print((info.major << 24 | info.minor << 16 | info.micro << 8 | 0xF0) == sys.hexversion, sys.version.startswith("%d.%d.%d" % info[:3]))
for value in (sys.float_info, sys.int_info, sys.hash_info, sys.version_info, sys.flags, sys.thread_info):
    kind = type(value)
    print(kind.__name__, kind.__module__, kind.__mro__[1:], kind.n_sequence_fields == len(value), kind.n_unnamed_fields, kind.n_fields >= len(value))
    show("new", lambda: tuple(kind(value))[:2] == tuple(value)[:2])
    show("new", kind, 5)
    fields = [name for name in vars(kind) if type(vars(kind)[name]).__name__ == "member_descriptor"]
    print(len(fields) == kind.n_fields, all(vars(kind)[name].__doc__ for name in fields), all(vars(kind)[name].__objclass__ is kind for name in fields))
    print(value.__reduce__()[0] is kind, value.__reduce__()[1][0] == tuple(value))
    try:
        setattr(value, fields[0], 1)
    except AttributeError as error:
        print(error)
print(sys.flags.optimize, sys.flags.debug, sys.flags.dev_mode, sys.flags.inspect, sys.flags[0])
try:
    class Sub(type(sys.flags)):
        pass
    print(Sub)
except TypeError as error:
    print(error)
