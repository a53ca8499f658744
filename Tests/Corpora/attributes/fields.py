# Attributes of builtin types that are fields, and those that are computed.
import types


def attempt(action, *arguments):
    try:
        print(repr(action(*arguments)))
    except BaseException as e:
        print(type(e).__name__, e)


def function():
    yield


async def coroutine():
    pass


async def agenerator():
    yield


c = coroutine()
c.close()
code = function.__code__
objects = [
    (slice(1), "start stop step"), (range(3), "start stop step"), (5, "real imag numerator"), (5j, "real imag"), (5.0, "real imag"),
    (function, "__closure__ __globals__ __code__ __name__"), (function(), "gi_frame gi_code gi_running gi_yieldfrom __name__"),
    (c, "cr_frame cr_code cr_running cr_await cr_origin"), (agenerator(), "ag_frame ag_code ag_running ag_await"),
    (code, "co_name co_consts co_code co_varnames co_freevars co_cellvars co_flags"), (property(function), "fget fset fdel"),
    (staticmethod(function), "__func__"), (classmethod(function), "__func__"), (super(int, 5), "__self__ __thisclass__ __self_class__"),
    ([].append, "__self__ __name__ __module__"), (str.join, "__objclass__ __name__"), (int.__add__, "__objclass__ __name__"),
    (int.real, "__objclass__ __name__"), (slice.start, "__objclass__ __name__ __doc__"), (ImportError(), "name path msg"),
    (OSError(1, "a"), "errno strerror filename"), (StopIteration(1), "value"), (SystemExit(1), "code"), (int, "__base__ __flags__ __mro__"),
    (ValueError(), "__suppress_context__ __cause__ args"), (UnicodeDecodeError("a", b"", 0, 1, "x"), "encoding start reason"),
]
for thing, names in objects:
    for name in names.split():
        owner = type(thing)
        descriptor = next(vars(base)[name] for base in owner.__mro__ if name in vars(base))
        print(type(descriptor).__name__, descriptor, descriptor.__name__, descriptor.__qualname__, descriptor.__objclass__)
        if type(descriptor) is types.MemberDescriptorType and not isinstance(thing, (BaseException, type)) and name != "__module__":
            attempt(setattr, thing, name, thing)

start = slice.start
attempt(start.__get__, slice(1, 2))
attempt(start.__get__, 5)
attempt(start.__get__, None, slice)
attempt(start.__get__, None)
attempt(start.__set__, slice(1), 3)
attempt(start.__delete__, slice(1))
attempt(start.__set__, 5, 3)
attempt(int.real.__set__, 5, 3)
attempt(int.real.__delete__, 5)
attempt(delattr, function, "__closure__")
