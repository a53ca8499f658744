# What code objects say of functions of every kind.
import types


def plain(a, b, /, c=1, *args, d, e=2, **kwargs):
    local = a
    return local, global_name.attribute, len(args)


def generator():
    x = yield
    return x


async def coroutine(a):
    await a


async def async_generator():
    yield 1


def outer(cell_argument, other):
    cell_local = 1

    def inner():
        return cell_argument, cell_local, lambda: cell_local
    return inner


class C:
    def method(self):
        return __class__, super().x


FLAGS = [(1, "optimized"), (2, "newlocals"), (4, "varargs"), (8, "varkeywords"), (16, "nested"), (32, "generator"), (128, "coroutine"), (512, "async generator")]
for function in (plain, generator, coroutine, async_generator, outer, outer(1, 2), C.method, lambda x: x, lambda: (yield)):
    code = function.__code__
    print(code.co_name, code.co_filename, code.co_firstlineno, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_nlocals)
    print("  ", code.co_varnames, code.co_names, code.co_cellvars, code.co_freevars, [name for bit, name in FLAGS if code.co_flags & bit])
nested = [c for c in outer.__code__.co_consts if isinstance(c, types.CodeType)]
print([c.co_name for c in nested], [c.co_name for c in nested[0].co_consts if isinstance(c, types.CodeType)])


def constants():
    """doc"""
    return 1, 1.0, True, None, ..., "text", b"bytes", (1, 2), 10**3, -5, 2j, "a" "b"


values = constants.__code__.co_consts
print(constants(), constants.__doc__, all(type(v) in (int, float, bool, type(None), type(...), str, bytes, tuple, complex) for v in values))
print(plain.__code__ == plain.__code__, plain.__code__ == outer.__code__, plain.__code__ is not plain.__code__.replace(co_name="x"), hash(plain.__code__) == hash(plain.__code__))
print(plain.__code__.replace(co_name="renamed", co_firstlineno=5, co_filename="f.py"). co_filename, type(plain.__code__).__name__)
