#!/usr/bin/env python3
"""Lists the instructions and operand forms of a CPython version that no corpus program contains.

usage: pythonX.Y instruction_coverage.py        (run by the CPython whose bytecode is looked at)

Prints one line per form that is missing and exits with 1 if there is one. What can occur in no file is listed in NEVER.
"""
import dis
import marshal
import opcode
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent / "Corpora"
VERSION = "%d.%d" % sys.version_info[:2]

NEVER = {
    "CACHE": "follows its instruction", "RESERVED": "never emitted", "ENTER_EXECUTOR": "made at run time", "EXIT_INIT_CHECK": "made at run time",
    "INTERPRETER_EXIT": "made at run time", "BINARY_OP_INPLACE_ADD_UNICODE": "a specialization",
}


def code_objects(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, type(code)):
            yield from code_objects(constant)


def range_of(values, first, last):
    return [(str(value), value in values) for value in range(first, last + 1)]


def bits(values, names):
    """Each named bit set and clear."""
    for bit, name in enumerate(names):
        yield f"{name} set", any(value >> bit & 1 for value in values)
        yield f"{name} clear", any(not value >> bit & 1 for value in values)


def by_table(values, names):
    return [(name, number in values) for number, name in enumerate(names)]


def forms(name, values):
    """(form, is it there) of one instruction whose operands in the corpus are `values`."""
    intrinsic = lambda table: [pair for pair in by_table(values, table) if "INVALID" not in pair[0]]
    if name == "BINARY_OP":
        return by_table(values, [text for _, text in opcode._nb_ops])
    if name == "COMPARE_OP":
        return [(f"{text}{' bool' if flag else ''}", any(v >> 5 == i and bool(v & 16) == flag for v in values))
                for i, text in enumerate(dis.cmp_op[:6]) for flag in (False, True)]
    if name == "CALL_INTRINSIC_1":
        return intrinsic(opcode._intrinsic_1_descs)
    if name == "CALL_INTRINSIC_2":
        return intrinsic(opcode._intrinsic_2_descs)
    if name in ("CONTAINS_OP", "IS_OP", "CALL_FUNCTION_EX", "RERAISE"):
        return range_of(values, 0, 1)
    if name in ("RAISE_VARARGS", "GET_AWAITABLE"):
        return range_of(values, 0, 2)
    if name == "CONVERT_VALUE":
        return range_of(values, 1, 3)
    if name == "BUILD_SLICE":
        return range_of(values, 2, 3)
    if name == "SET_FUNCTION_ATTRIBUTE":
        return [(str(flag), flag in values) for flag in (1, 2, 4, 8)]
    if name == "RESUME":
        return range_of({value & 3 for value in values}, 0, 3) + [("depth 1", any(value & 4 for value in values))]
    if name == "YIELD_VALUE":
        return range_of(values, 0, 1)
    if name in ("LOAD_ATTR", "LOAD_GLOBAL"):
        return list(bits(values, ["method" if name == "LOAD_ATTR" else "push null"]))
    if name == "LOAD_SUPER_ATTR":
        return [(f"form {form}", any(value & 3 == form for value in values)) for form in range(4)]
    if name == "UNPACK_EX":
        return [("none before", any(not v & 255 for v in values)), ("none after", any(not v >> 8 for v in values)),
                ("both", any(v & 255 and v >> 8 for v in values))]
    if name in ("BUILD_TUPLE", "BUILD_LIST", "BUILD_MAP", "UNPACK_SEQUENCE", "CALL"):
        return [("0", 0 in values or name == "BUILD_TUPLE"), ("1", 1 in values), ("many", any(value > 1 for value in values))]
    return []


def main():
    operands, files = {}, sorted(ROOT.glob(f"*/bytecode/{VERSION}/**/*.pyc"))
    for path in files:
        for code in code_objects(marshal.loads(path.read_bytes()[16:])):
            for instruction in dis.get_instructions(code):
                operands.setdefault(instruction.opname, set()).add(instruction.arg)
    real = {name for name, number in dis.opmap.items() if number < getattr(opcode, "MIN_INSTRUMENTED_OPCODE", 256)} - NEVER.keys()
    missing = [f"{name}: not used" for name in sorted(real - operands.keys())]
    for name in sorted(operands):
        missing += [f"{name}: {form}" for form, present in forms(name, operands[name]) if not present]
    print(*missing, sep="\n")
    print(f"{len(files)} files, {len(operands)} of {len(real)} instructions, {len(missing)} forms missing", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
