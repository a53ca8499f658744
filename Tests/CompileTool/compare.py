#!/usr/bin/env python3
"""Compares what compile-tool makes of files with what CPython makes of them, code object by code object, field by field.

    PYTHONHASHSEED=0 pythonX.Y compare.py TOOL [--level N] [--limit N] [--show PART] [--groups N] PATH...

It must run under the CPython of the version that is compared. PATHs are files or folders. It prints how many code objects are
identical, and the first field in which each of the others differs, grouped.
"""
import argparse
import collections
import dis
import io
import marshal
import os
import subprocess
import sys
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
            folders.sort()
            for name in sorted(files):
                if name.endswith(".py") and os.path.exists(os.path.join(folder, name)):
                    yield os.path.join(folder, name)


def listing(code):
    text = io.StringIO()
    dis.dis(code, file=text, depth=0, **({"show_offsets": True} if sys.version_info >= (3, 13) else {}))
    extra = f"stack {code.co_stacksize} flags {code.co_flags:#x} consts {code.co_consts} names {code.co_names} vars {code.co_varnames}"
    return text.getvalue() + extra


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--level", type=int, default=0)
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--groups", type=int, default=40)
    parser.add_argument("--show", help="print both listings of the first code object of the group that contains this text")
    parser.add_argument("--number", type=int, default=0, help="of the code object to show")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    version = "%d.%d" % sys.version_info[:2]
    files = list(sources(options.paths))
    if options.limit:
        files = files[:options.limit]
    comparison = Comparison()
    refused = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        outputs = [os.path.join(folder, f"{index}.pyc") for index in range(len(files))]
        lines = "".join(f"{source}\t{output}\n" for source, output in zip(files, outputs))
        run = subprocess.run([options.tool, "pyc", version, str(options.level)], input=lines, capture_output=True, text=True)
        if run.returncode:
            print("the tool failed:", run.returncode, run.stderr[-2000:], "after", len(run.stdout.splitlines()), "files:",
                  files[len(run.stdout.splitlines()):][:1])
        results = run.stdout.splitlines()
        for source, output, result in zip(files, outputs, results):
            try:
                with open(source, "rb") as file:
                    theirs = compile(file.read(), source, "exec", dont_inherit=True, optimize=options.level)
            except (SyntaxError, ValueError) as error:
                if result == "ok":
                    refused["accepted, but CPython refuses: " + str(error)] += 1
                    print("accepted:", source, error)
                continue
            if result != "ok":
                comparison.miss(theirs, source, "refused: " + result)
                continue
            with open(output, "rb") as file:
                file.read(16)
                ours = marshal.load(file)
            comparison.add(ours, theirs, source)
    print(f"{comparison.same} of {comparison.total} code objects identical ({comparison.same / max(1, comparison.total):.4%}), "
          f"{len(results)} files")
    groups = sorted(comparison.groups.items(), key=lambda item: -len(item[1]))
    for name, members in groups[:options.groups]:
        path, theirs, _ = members[0]
        print(f"{len(members):7} {name}    e.g. {path}:{theirs.co_firstlineno} {theirs.co_name}")
    if options.show:
        for name, members in groups:
            if options.show in name:
                path, theirs, ours = members[min(options.number, len(members) - 1)]
                print("\n" + name, path, theirs.co_firstlineno, "\n--- CPython\n" + listing(theirs))
                if ours:
                    print("--- Adder\n" + listing(ours))
                    a = instructions(theirs)
                    b = instructions(ours)
                    for one, two in zip(a, b):
                        if one != two:
                            print("first:", one, "\n  not:", two)
                            break
                break


sys.setrecursionlimit(100000)
main()
