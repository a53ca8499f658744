/// The Python program that prints what a CPython's `opcode`, `dis` and `_opcode` modules say, a fact per line.
let oracleScript = #"""
import dis, opcode, sys

OPERANDS = sorted({*range(0, 67), 127, 128, 129, *range(252, 260), 511, 512, 513, 768, 769, 1024, 1025, 4096, 65535, 65536})

def effect(number, operand, jump):
    try:
        return dis.stack_effect(number, operand, jump=jump)
    except ValueError:
        return "refused"

for name, number in opcode.opmap.items():
    print("op", name, number)
for name in dir(opcode):
    if name.startswith("has") and isinstance(getattr(opcode, name), (list, tuple)) and getattr(opcode, name):
        print("list", name, *getattr(opcode, name))
hasarg = getattr(opcode, "hasarg", None)
specialized = getattr(opcode, "_specialized_opmap", None)
if specialized is None:
    names = getattr(opcode, "_specialized_instructions", [])
    specialized = {name: number for number, name in enumerate(getattr(dis, "_all_opname", [])) if name in names}
numbers = {**opcode.opmap, **specialized}
for name, number in numbers.items():
    takes = number in hasarg if hasarg is not None else number >= opcode.HAVE_ARGUMENT
    for operand in OPERANDS if takes else [None]:
        print("effect", number, 0 if operand is None else operand, *(effect(number, operand, jump) for jump in (None, True, False)))
for name, fields in getattr(opcode, "_cache_format", {}).items():
    print("cache", name, *(f"{field}:{units}" for field, units in fields.items()))
for base, names in getattr(opcode, "_specializations", {}).items():
    for name in names:
        print("special", name, specialized[name], base)
print("number", "have_argument", opcode.HAVE_ARGUMENT)
print("number", "extended_arg", opcode.EXTENDED_ARG)
if hasattr(opcode, "MIN_INSTRUMENTED_OPCODE"):
    print("number", "min_instrumented", opcode.MIN_INSTRUMENTED_OPCODE)
import importlib.util
print("number", "magic", int.from_bytes(importlib.util.MAGIC_NUMBER[:2], "little"))
def table(name, entries):
    for value, text in entries:
        print("table", name, value, text)
table("comparison", enumerate(dis.cmp_op))
table("binary_operation", ((i, f"{a} {b}") for i, (a, b) in enumerate(getattr(opcode, "_nb_ops", []))))
table("intrinsic_1", enumerate(getattr(opcode, "_intrinsic_1_descs", [])))
table("intrinsic_2", enumerate(getattr(opcode, "_intrinsic_2_descs", [])))
table("function_attribute", ((1 << i, text) for i, text in enumerate(getattr(dis, "FUNCTION_ATTR_FLAGS", getattr(dis, "MAKE_FUNCTION_FLAGS", [])))))
table("conversion", ((i, pair[1]) for i, pair in enumerate(getattr(dis, "FORMAT_VALUE_CONVERTERS", []))))
"""#

/// As `oracleScript`, for versions that are only read; in what Python 2.7 and 3.7 have in common.
let readOnlyOracleScript = #"""
from __future__ import print_function
import dis, opcode, struct
try:
    from importlib.util import MAGIC_NUMBER
except ImportError:
    import imp
    MAGIC_NUMBER = imp.get_magic()

for name, number in opcode.opmap.items():
    print("op", name, number)
for name in dir(opcode):
    # 3.6 and 3.7 list the instructions with so many arguments that they count.
    if name.startswith("has") and isinstance(getattr(opcode, name), list) and name != "hasnargs":
        print("list", name, *getattr(opcode, name))
print("number", "have_argument", opcode.HAVE_ARGUMENT)
print("number", "extended_arg", opcode.EXTENDED_ARG)
print("number", "magic", struct.unpack("<H", MAGIC_NUMBER[:2])[0])
for number, text in enumerate(dis.cmp_op):
    print("table", "comparison", number, text)
"""#
