#!/usr/bin/env python3
"""Compares what `syntax-tool` says about wrong sources with what each CPython says.

    errors.py TOOL WORK [--verbose] VERSION=PYTHON ...

The sources are all texts in the version's own tests of its syntax: string constants and the examples of doctests. Each is parsed by
CPython first: those that it accepts must be accepted; for the others kind, message, line and columns are compared. With --verbose, every
difference is printed.
"""
import json
import os
import subprocess
import sys

COLLECT = r'''
import ast, doctest, glob, json, os, sys, sysconfig, warnings
sys.path.insert(0, os.path.dirname(sys.argv[1]))
from dumps import describe
warnings.simplefilter("ignore")
names = """syntax exceptions fstring tstring tokenize eof unpack unpack_ex grammar patma named_expressions positional_only_arg type_params
string_literals unicode_identifiers source_encoding keywordonlyarg genexps generators coroutines except_star global scope decorators with
dictcomps setcomps listcomps compile ast parser flufl future generator_stop lambda type_aliases type_annotations print bytes int float
codeop cmd_line_script traceback exception_variations future_stmt/test_future async_ syntax_warnings numeric_tower class raise
extcall utf8source type_comments string_prefixes complex lib2to3 peg_parser""".split()
folder = os.path.join(sysconfig.get_path("stdlib"), "test")
files = []
for name in names:
    files += glob.glob(os.path.join(folder, "test_" + name + ".py")) + glob.glob(os.path.join(folder, "test_" + name, "*.py"))
    files += glob.glob(os.path.join(folder, name + ".py"))
sources = {}
for path in sorted(set(files)):
    with open(path, "rb") as file:
        tree = ast.parse(file.read())
    for node in ast.walk(tree):
        value = getattr(node, "value", None) if isinstance(node, ast.Constant) else None
        if isinstance(value, bytes) and len(value) < 4000:
            sources[value.decode("latin-1"), True] = path
        if not isinstance(value, str):
            continue
        if len(value) < 4000:
            sources[value, False] = path
        if ">>>" in value:
            try:
                for example in doctest.DocTestParser().get_examples(value):
                    sources[example.source, False] = path
            except ValueError:
                pass
cases = []
for (source, is_bytes), path in sources.items():
    try:
        data = source.encode("latin-1") if is_bytes else source.encode()
    except UnicodeError:
        continue
    if not is_bytes and data.startswith(b"\xef\xbb\xbf"):
        continue
    try:
        ast.parse(data)
        said = "ok"
    except SyntaxError as error:
        said = describe(error)
    except Exception as error:
        said = type(error).__name__ + "\t" + str(error)
    cases.append([data.decode("latin-1"), said, os.path.basename(path)])
json.dump(cases, sys.stdout)
'''


def collect(work, version, python):
    kept = os.path.join(work, "cases-" + version + ".json")
    if not os.path.exists(kept):
        here = os.path.abspath(__file__)
        process = subprocess.run([python, "-X", "utf8", "-c", COLLECT, here], capture_output=True, text=True)
        if process.returncode:
            sys.exit(process.stderr)
        with open(kept, "w") as file:
            file.write(process.stdout)
    with open(kept) as file:
        return json.load(file)


def judge(tool, version, cases):
    """What the tool says of each case; a case that ends it is "crash"."""
    said = []
    while len(said) < len(cases):
        rest = cases[len(said):]
        sources = [case[0].encode("latin-1") for case in rest]
        data = b"".join(b"%d\n%s" % (len(source), source) for source in sources)
        process = subprocess.run([tool, "errors", version], input=data, capture_output=True)
        said += process.stdout.decode("utf-8", "replace").split("\n")[:-1]
        if len(said) < len(cases):
            said.append("crash %d" % process.returncode)
    return said


def same(ours, theirs):
    """How far two verdicts agree: accepted or not, message, line, column, end."""
    if ours == "ok" or theirs == "ok" or ours.startswith("crash"):
        return (ours == theirs,) * 5
    ours, theirs = ours.split("\t"), theirs.split("\t")
    # A failure without a place has zeros here.
    if len(theirs) == 6 and theirs[2] == "None":
        ours, theirs = ours[:2] + ["0"] * 4, theirs[:2] + ["0"] * 4
    if len(theirs) < 6:
        return (True,) + (ours[:2] == theirs[:2],) * 4
    line = ours[:3] == theirs[:3]
    column = line and ours[3] == theirs[3]
    end = column and (theirs[4] == "None" or ours[4:] == theirs[4:])
    return True, ours[:2] == theirs[:2], line, column, end


def main():
    arguments = sys.argv[1:]
    verbose = "--verbose" in arguments
    tool, work, *versions = [a for a in arguments if a != "--verbose"]
    os.makedirs(work, exist_ok=True)
    for argument in versions:
        version, _, python = argument.partition("=")
        cases = collect(work, version, python)
        counts = [0] * 5
        wrong = 0
        disagree = 0
        for (source, theirs, path), ours in zip(cases, judge(tool, version, cases)):
            agreed = same(ours, theirs)
            disagree += not agreed[0]
            if theirs != "ok":
                wrong += 1
                for index, value in enumerate(agreed):
                    counts[index] += value
            if verbose and not all(agreed):
                print("%s %s %r\n  ours   %s\n  theirs %s" % (version, path, source[:300], ours, theirs))
        print("%s: %d sources, %d judged otherwise, %d wrong; the same message %d, line %d, column %d, end %d (%.1f %%)" % (
            version, len(cases), disagree, wrong, counts[1], counts[2], counts[3], counts[4], 100 * counts[3] / max(1, wrong)))


main()
