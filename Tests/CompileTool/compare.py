#!/usr/bin/env python3
"""Compares what compile-tool makes of files with what CPython makes of them, code object by code object, field by field.

    PYTHONHASHSEED=0 pythonX.Y compare.py TOOL [--verifier SWEEP-TOOL] [--level N] [--limit N] [--show PART] [--groups N] [PATH...]

It must run under the CPython of the version that is compared. PATHs are files or folders; without any it is the standard library with its tests.
It prints how many code objects are identical, and the first field in which each of the others differs, grouped. The exit status is 1 if a file is
compiled by one alone, or if CPython's marshal or the verifier refuses what was compiled.
"""
import argparse
import collections
import dis
import io
import marshal
import os
import subprocess
import sys
import sysconfig
import tempfile
import types
import warnings

FIELDS = ("co_name co_qualname co_firstlineno co_flags co_argcount co_posonlyargcount co_kwonlyargcount co_varnames co_cellvars "
          "co_freevars co_names co_code co_consts co_stacksize co_exceptiontable co_linetable co_filename").split()
if sys.version_info < (3, 10):
    FIELDS[FIELDS.index("co_linetable")] = "co_lnotab"


def key(value):
    """A constant in a form that is equal only to constants of equal type and value; code objects are left out."""
    if isinstance(value, types.CodeType):
        return ("code", value.co_name)
    if isinstance(value, tuple):
        return ("tuple", tuple(map(key, value)))
    if isinstance(value, frozenset):
        return ("frozenset", frozenset(map(key, value)))
    if isinstance(value, slice):
        return ("slice", key(value.start), key(value.stop), key(value.step))
    return (type(value).__name__, repr(value))


def field(code, name):
    if name == "co_consts":
        return tuple(map(key, code.co_consts))
    if name == "co_code":
        return code.co_code
    return getattr(code, name, None)


def first_difference(ours, theirs):
    for name in FIELDS:
        if field(ours, name) != field(theirs, name):
            return name
    return None


def instructions(code):
    try:
        return [(i.opname, i.argrepr if not isinstance(i.argval, types.CodeType) else "code", getattr(i, "positions", i.starts_line)) for i in
                dis.get_instructions(code)]
    except Exception as error:
        return [("broken", str(error), None)]


def describe(ours, theirs, name):
    """The difference in a few words, for grouping."""
    if name == "co_code":
        left, right = instructions(ours), instructions(theirs)
        for one, two in zip(left, right):
            if one[:2] != two[:2]:
                return f"co_code: {one[0]} instead of {two[0]}"
        return "co_code: length"
    if name in ("co_linetable", "co_lnotab"):
        left, right = instructions(ours), instructions(theirs)
        for one, two in zip(left, right):
            if one[2] != two[2]:
                return f"co_linetable: at {two[0]}"
        return "co_linetable: form"
    if name == "co_consts":
        return "co_consts: " + ("order" if sorted(map(str, field(ours, name))) == sorted(map(str, field(theirs, name))) else "values")
    if name == "co_stacksize":
        return f"co_stacksize: {ours.co_stacksize - theirs.co_stacksize:+}"
    if name == "co_flags":
        return f"co_flags: {ours.co_flags ^ theirs.co_flags:#x}"
    return name


class Comparison:
    def __init__(self):
        self.total = 0
        self.same = 0
        self.groups = collections.defaultdict(list)

    def add(self, ours, theirs, path):
        self.total += 1
        name = first_difference(ours, theirs)
        if name is None:
            self.same += 1
        else:
            self.groups[describe(ours, theirs, name)].append((path, theirs, ours))
        left = [c for c in ours.co_consts if isinstance(c, types.CodeType)]
        right = [c for c in theirs.co_consts if isinstance(c, types.CodeType)]
        for one, two in zip(left, right):
            self.add(one, two, path)
        for lost in right[len(left):]:
            self.miss(lost, path, "code object missing")

    def miss(self, theirs, path, why):
        self.total += 1
        self.groups[why].append((path, theirs, None))
        for constant in theirs.co_consts:
            if isinstance(constant, types.CodeType):
                self.miss(constant, path, why)


def sources(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for folder, folders, files in os.walk(path):
            folders[:] = sorted(name for name in folders if name not in ("site-packages", "dist-packages"))
            for name in sorted(files):
                if name.endswith(".py") and os.path.exists(os.path.join(folder, name)):
                    yield os.path.join(folder, name)


def listing(code):
    text = io.StringIO()
    dis.dis(code, file=text, depth=0, **({"show_offsets": True} if sys.version_info >= (3, 13) else {}))
    extra = f"stack {code.co_stacksize} flags {code.co_flags:#x} consts {code.co_consts} names {code.co_names} vars {code.co_varnames}"
    return text.getvalue() + extra


def run_tool(tool, version, level, pairs):
    """What the tool says of each source; it goes on behind one that ends it."""
    said = []
    while len(said) < len(pairs):
        lines = "".join(f"{source}\t{output}\n" for source, output in pairs[len(said):])
        run = subprocess.run([tool, "pyc", version, str(level)], input=lines, capture_output=True, text=True)
        said += run.stdout.splitlines()
        if len(said) < len(pairs):
            said.append(f"the tool ended with status {run.returncode} {run.stderr[-500:]}")
    return said


def expected(source, level):
    """CPython's code object, or why there is none."""
    try:
        with open(source, "rb") as file:
            return compile(file.read(), source, "exec", dont_inherit=True, optimize=level)
    except (SyntaxError, ValueError) as error:
        return str(error)


def read(output):
    """What CPython's marshal reads from a .pyc; a text if it cannot."""
    with open(output, "rb") as file:
        data = file.read()[16:]
    try:
        code = marshal.loads(data)
    except Exception as error:
        return f"marshal refuses: {error!r}"
    return code if isinstance(code, types.CodeType) else "marshal reads no code object"


def compare(options, files, folder):
    """Compares all files; gives the comparison and what is wrong beyond single fields."""
    version = "%d.%d" % sys.version_info[:2]
    comparison = Comparison()
    wrong = []
    pairs = [(source, os.path.join(folder, f"{index}.pyc")) for index, source in enumerate(files)]
    made = []
    for (source, output), result in zip(pairs, run_tool(options.tool, version, options.level, pairs)):
        theirs = expected(source, options.level)
        if isinstance(theirs, str):
            if result == "ok":
                wrong.append(f"{source}: accepted, but CPython says {theirs}")
            continue
        ours = read(output) if result == "ok" else "refused: " + result
        if isinstance(ours, str):
            wrong.append(f"{source}: {ours}")
            comparison.miss(theirs, source, ours)
            continue
        made.append((source, output))
        comparison.add(ours, theirs, source)
    if options.verifier:
        lines = "".join(output + "\n" for _, output in made)
        run = subprocess.run([options.verifier, "check", version], input=lines, capture_output=True, text=True)
        sources = {output: source for source, output in made}
        for line in run.stdout.splitlines()[:-1]:
            path, _, what = line.partition(": ")
            wrong.append(f"{sources.get(path, path)}: the verifier says {what}")
        if run.returncode not in (0, 1):
            wrong.append(f"the verifier ended with status {run.returncode} {run.stderr[-500:]}")
    return comparison, wrong


def show(groups, options):
    """Both listings of one code object of a group."""
    for name, members in groups:
        if options.show not in name:
            continue
        path, theirs, ours = members[min(options.number, len(members) - 1)]
        print("\n" + name, path, theirs.co_firstlineno, "\n--- CPython\n" + listing(theirs))
        if ours:
            print("--- Adder\n" + listing(ours))
            for one, two in zip(instructions(theirs), instructions(ours)):
                if one != two:
                    print("first:", one, "\n  not:", two)
                    break
        return


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--level", type=int, default=0)
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--sample", type=int, default=1, help="take every so-manieth file")
    parser.add_argument("--groups", type=int, default=40)
    parser.add_argument("--verifier", help="the sweep-tool, which checks what was compiled")
    parser.add_argument("--show", help="print both listings of a code object of the group that contains this text")
    parser.add_argument("--number", type=int, default=0, help="of the code object to show")
    options = parser.parse_intermixed_args()
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(100000)
    files = list(sources(options.paths or [sysconfig.get_path("stdlib")]))[::options.sample]
    if options.limit:
        files = files[:options.limit]
    with tempfile.TemporaryDirectory() as folder:
        comparison, wrong = compare(options, files, folder)
    for line in wrong:
        print(line)
    print(f"Python {sys.version_info[0]}.{sys.version_info[1]}, level {options.level}: {len(files)} files, {len(wrong)} wrong; "
          f"{comparison.same} of {comparison.total} code objects identical ({comparison.same / max(1, comparison.total):.4%})")
    groups = sorted(comparison.groups.items(), key=lambda item: -len(item[1]))
    for name, members in groups[:options.groups]:
        path, theirs, _ = members[0]
        print(f"{len(members):7} {name}    e.g. {path}:{theirs.co_firstlineno} {theirs.co_name}")
    if options.show:
        show(groups, options)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
