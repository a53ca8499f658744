# Which attributes the builtin types and native modules have.
def show(name, function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as e:
        result = "%s: %s" % (type(e).__name__, e)
    print(name, result)


import collections, functools, heapq, itertools, keyword, math, operator, random, sys, types

names = {
    int: ["bit_count", "is_integer", "from_bytes"], float: ["from_number", "__ceil__", "is_integer"], complex: ["__complex__", "__int__", "from_number"],
    str: ["removeprefix", "removesuffix"], bytes: ["removeprefix", "__bytes__"], bytearray: ["removeprefix", "resize"],
    memoryview: ["count", "index"], list: ["__class_getitem__"], dict: ["__or__", "__ior__", "__class_getitem__"], object: ["__getstate__"],
    type: ["__or__", "__type_params__", "__annotations__"], property: ["__set_name__"], staticmethod: ["__call__", "__wrapped__"], zip: ["__setstate__"],
    BaseException: ["add_note"], NameError: ["name"], ImportError: ["name_from"], type(len): ["__text_signature__"],
    type(lambda: 0): ["__builtins__", "__type_params__"], types.CodeType: ["co_lines", "co_positions", "co_qualname"],
    types.GeneratorType: ["gi_suspended"], types.CoroutineType: ["cr_suspended"], type({}.keys()): ["mapping"],
    collections.Counter: ["total"], collections.OrderedDict: ["__or__"], collections.deque: ["__class_getitem__"],
    functools: ["cache", "cached_property"], heapq: ["heapify_max"], itertools: ["pairwise", "batched"], keyword: ["softkwlist"],
    math: ["lcm", "nextafter", "cbrt", "exp2", "sumprod", "fma"], operator: ["call", "is_none"], random: ["randbytes", "binomialvariate"],
    sys: ["exception", "orig_argv", "stdlib_module_names", "platlibdir"], types: ["UnionType", "NoneType", "get_original_bases"],
}
for owner, members in names.items():
    print(owner.__name__, [name for name in members if hasattr(owner, name)])
print([name for name in ("lcm", "cbrt", "sumprod", "fma") if name in dir(math)])
print(sys.version_info[:2], sys.hexversion >> 16, sys.implementation.cache_tag.split("-")[1], sys.hash_info.algorithm, len(sys.flags))
