"""Prints the attributes of every builtin type and native module, one line each: owner, name, kind, whether it has a signature and a docstring.

CPython and Adder run this program, and attributes.py compares what they print. Fields are separated by tabs. An owner that is not
there has one line with a question mark in front.
"""
import builtins
import sys

# Facts of the file or the class body that an attribute came from, not of the type or module.
UNSHOWN = {
    "__abstractmethods__", "__all__", "__builtins__", "__cached__", "__dict__", "__file__", "__firstlineno__", "__loader__", "__module__",
    "__package__", "__path__", "__slots__", "__spec__", "__static_attributes__", "__weakref__"}

MODULES = [
    "array", "atexit", "binascii", "cmath", "collections", "errno", "functools", "gc", "io", "itertools", "marshal", "math", "operator", "random",
    "struct", "sys", "time", "types", "weakref", "_thread"]


def function(): pass


def generator(): yield


async def coroutine(): pass


async def async_generator(): yield


class Class:
    __slots__ = ("slot",)

    def method(self): pass


class Sequence:
    def __getitem__(self, index): raise IndexError

    def __len__(self): return 0


def closure():
    variable = 1
    return lambda: variable


def caught():
    try:
        raise ValueError
    except ValueError as error:
        return error


def typing_name(name):
    return getattr(__import__("typing"), name)


# Types that have no name in builtins: an object of each.
OBJECTS = [
    ("function", lambda: function), ("method", lambda: Class().method), ("builtin_function_or_method", lambda: len),
    ("method_descriptor", lambda: str.join), ("wrapper_descriptor", lambda: object.__init__), ("method-wrapper", lambda: object().__str__),
    ("classmethod_descriptor", lambda: dict.__dict__["fromkeys"]), ("getset_descriptor", lambda: type(function).__dict__["__code__"]),
    ("member_descriptor", lambda: Class.__dict__["slot"]), ("generator", generator), ("coroutine", coroutine),
    ("coroutine_wrapper", lambda: coroutine().__await__()), ("async_generator", async_generator),
    ("async_generator_asend", lambda: async_generator().asend(None)),
    ("async_generator_athrow", lambda: async_generator().athrow(ValueError)), ("code", lambda: function.__code__),
    ("frame", lambda: caught().__traceback__.tb_frame), ("traceback", lambda: caught().__traceback__), ("cell", lambda: closure().__closure__[0]),
    ("mappingproxy", lambda: type.__dict__), ("types.SimpleNamespace", lambda: sys.implementation), ("module", lambda: sys),
    ("types.GenericAlias", lambda: list[int]), ("types.UnionType", lambda: int | str), ("NotImplementedType", lambda: NotImplemented),
    ("ellipsis", lambda: ...), ("NoneType", lambda: None), ("list_iterator", lambda: iter([])), ("list_reverseiterator", lambda: reversed([])),
    ("tuple_iterator", lambda: iter(())), ("str_iterator", lambda: iter("\u0100")), ("str_ascii_iterator", lambda: iter("a")),
    ("bytes_iterator", lambda: iter(b"")), ("bytearray_iterator", lambda: iter(bytearray())), ("range_iterator", lambda: iter(range(1))),
    ("longrange_iterator", lambda: iter(range(1 << 70))), ("dict_keys", lambda: {}.keys()), ("dict_values", lambda: {}.values()),
    ("dict_items", lambda: {}.items()), ("dict_keyiterator", lambda: iter({})), ("dict_valueiterator", lambda: iter({}.values())),
    ("dict_itemiterator", lambda: iter({}.items())), ("dict_reversekeyiterator", lambda: reversed({})),
    ("dict_reversevalueiterator", lambda: reversed({}.values())), ("dict_reverseitemiterator", lambda: reversed({}.items())),
    ("set_iterator", lambda: iter(set())), ("memory_iterator", lambda: iter(memoryview(b""))), ("callable_iterator", lambda: iter(int, 1)),
    ("iterator", lambda: iter(Sequence())), ("typing.TypeVar", lambda: typing_name("TypeVar")("T")),
    ("typing.ParamSpec", lambda: typing_name("ParamSpec")("P")), ("typing.TypeVarTuple", lambda: typing_name("TypeVarTuple")("Ts")),
    ("typing.TypeAliasType", lambda: typing_name("TypeAliasType")("A", int)), ("sys.version_info", lambda: sys.version_info),
    ("sys.flags", lambda: sys.flags), ("sys.float_info", lambda: sys.float_info), ("sys.int_info", lambda: sys.int_info),
    ("sys.hash_info", lambda: sys.hash_info), ("sys.thread_info", lambda: sys.thread_info)]


def is_shown(name):
    return name not in UNSHOWN and (not name.startswith("_") or name.startswith("__") and name.endswith("__"))


def report(owner, name, get):
    try:
        value = get()
        kind = type(value).__name__
        signature = getattr(value, "__text_signature__", None)
        doc = getattr(value, "__doc__", None) if callable(value) or kind.endswith("descriptor") or kind == "property" else None
    except Exception as error:
        print(owner, name, "error " + type(error).__name__, "", "", sep="\t")
        return
    print(owner, name, kind, "signature" if signature else "", "doc" if doc else "", sep="\t")


def report_members(owner, members):
    for name in sorted(members):
        if is_shown(name):
            report(owner, name, lambda: members[name])


def main():
    seen = set()

    def report_type(owner, cls):
        if cls not in seen:
            seen.add(cls)
            report_members(owner, cls.__dict__)

    for name, value in sorted(vars(builtins).items()):
        if isinstance(value, type) and is_shown(name):
            report_type(value.__name__, value)
    report_members("builtins", vars(builtins))
    for owner, make in OBJECTS:
        try:
            value = make()
        except Exception as error:
            print("?" + owner, type(error).__name__, "", "", "", sep="\t")
            continue
        report_type(owner, type(value))
        if hasattr(value, "close"):
            value.close()
    for name in MODULES:
        try:
            module = __import__(name)
        except ImportError as error:
            print("?" + name, type(error).__name__, "", "", "", sep="\t")
            continue
        report_members("module " + name, vars(module))
        for attribute, value in sorted(vars(module).items()):
            if isinstance(value, type) and is_shown(attribute):
                report_type(name + "." + attribute, value)


main()
