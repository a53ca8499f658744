# versions: 3.13
"""Code objects with changed fields: `code.replace`. The bytecode is that of CPython 3.13."""
import types


def attempt(action, *arguments, **keywords):
    try:
        print(action(*arguments, **keywords))
    except Exception as e:
        print(type(e).__name__, e)


def sample(a, b=2):
    """A docstring."""
    c = a + b
    return c, "text", 5


code = sample.__code__
other = code.replace(co_name="other", co_qualname="Some.other", co_filename="elsewhere.py", co_firstlineno=100)
print(other.co_name, other.co_qualname, other.co_filename, other.co_firstlineno, code.co_name, other == code, code.replace() == code)
print(code.replace(co_consts=tuple("changed" if c == "text" else c for c in code.co_consts)).co_consts)


def with_code(changed, *arguments):
    return types.FunctionType(changed, globals(), closure=None)(*arguments)


print(with_code(code, 1, 2), with_code(code.replace(co_consts=tuple("changed" if c == "text" else c for c in code.co_consts)), 1, 2))
print(with_code(code.replace(co_consts=tuple([1, 2] if c == "text" else c for c in code.co_consts)), 1, 2))
sample.__code__ = code.replace(co_consts=tuple({"new": 1} if c == 5 else c for c in code.co_consts))
print(sample(5))
print(code.replace(co_varnames=("x", "y", "z")).co_varnames)
print(types.FunctionType(code.replace(co_varnames=("x", "y", "z")), {}, argdefs=(1,))(y=10, x=3))
attempt(code.replace, co_name=5)
attempt(code.replace, co_code="x")
attempt(code.replace, co_consts=[1])
attempt(code.replace, co_names=None)
attempt(code.replace, co_names=(5,))
attempt(code.replace, co_varnames=("x", 5, "z"))
attempt(code.replace, co_nlocals=7)
attempt(code.replace, co_wrong=5)
attempt(code.replace, co_argcount=1 << 40)
attempt(code.replace, co_argcount="a")
attempt(code.replace, 5)


def cells():
    outer = 1

    def inner():
        return outer
    return inner


inner = cells().__code__
print(inner.co_freevars, inner.replace(co_freevars=("renamed",)).co_freevars)
attempt(types.FunctionType, inner.replace(co_freevars=("renamed",)), {})
print(types.FunctionType(inner.replace(co_freevars=("renamed",)), {}, closure=(types.CellType(8),))())

# A class body as a function: without a namespace of its own, names are globals; without any, they cannot be stored.


def body_of(cls_maker):
    return next(c for c in cls_maker.__code__.co_consts if isinstance(c, types.CodeType))


def storing():
    class Body:
        stored = 5


def deleting():
    class Body:
        del something


def annotating():
    class Body:
        value: int


def reading():
    class Body:
        print("reads", len("abc"))


OPTIMIZED, NEWLOCALS = 1, 2
for maker in [storing, deleting, annotating, reading]:
    body = body_of(maker)
    for flags in [0, OPTIMIZED | NEWLOCALS]:
        namespace = {"__name__": "own", "__builtins__": __builtins__}
        print(maker.__name__, flags, end=" ")
        attempt(types.FunctionType(body.replace(co_flags=body.co_flags | flags), namespace))
        print(sorted(name for name in namespace if not name.startswith("__b")))



# Bytecode made by hand.
END_FOR, LOAD_LOCALS, RETURN_VALUE, SETUP_ANNOTATIONS, DELETE_NAME, LOAD_CONST, LOAD_NAME, STORE_NAME, RESUME = 11, 25, 36, 37, 67, 83, 92, 114, 149


def two():
    return None


def by_hand(*instructions, flags=0):
    units = bytes([RESUME, 0, *instructions, RETURN_VALUE, 0])
    changed = two.__code__.replace(co_code=units, co_consts=(None, "first", "second"), co_names=("name",), co_stacksize=3, co_linetable=b"", co_exceptiontable=b"",
                                   co_flags=two.__code__.co_flags & ~(OPTIMIZED | NEWLOCALS) | flags)
    namespace = {"__builtins__": __builtins__}
    result = types.FunctionType(changed, namespace)()
    return result if result is not namespace else "namespace"


# FOR_ITER jumps over END_FOR; here it pops one of two values.
print(by_hand(LOAD_CONST, 1, LOAD_CONST, 2, END_FOR, 0))
for flags in [0, OPTIMIZED | NEWLOCALS]:
    attempt(by_hand, LOAD_NAME, 0, flags=flags)
    attempt(by_hand, LOAD_CONST, 1, STORE_NAME, 0, LOAD_CONST, 2, flags=flags)
    attempt(by_hand, LOAD_CONST, 1, DELETE_NAME, 0, flags=flags)
    attempt(by_hand, SETUP_ANNOTATIONS, 0, LOAD_CONST, 1, flags=flags)
    attempt(by_hand, LOAD_LOCALS, 0, flags=flags)
