"""Compares Adder with the CPython that runs this script over that CPython's whole standard library.

For every .py file, tests included: the text of `dis` must be the same in every mode that this CPython has, the checker
must accept every code object, marshal must write what it read, and the assembly text must assemble to the file (from
3.6 on). Stack effects must be those of `dis.stack_effect`
for every opcode. Of versions that Adder only reads, the text and marshal are compared.

What CPython has to say is kept in the work directory, so that a run that was interrupted goes on where it stopped, and
a run after a change of Adder takes seconds. Shards share the directory.

    pythonX.Y Tests/Sweeps/sweep.py --tool .build/release/sweep-tool --work DIR [--shard 1/4] [--sample 40 --seed 7]

Prints one line per failure and a summary; writes the figures to DIR/results-SHARD.json; exit status 1 if anything
failed. The script is written in what Python 2.7 and 3.14 have in common.
"""
from __future__ import print_function

import argparse
import dis
import errno
import inspect
import io
import json
import marshal
import os
import py_compile
import random
import re
import subprocess
import sys
import sysconfig
import warnings

ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
VERSION = "%d.%d" % sys.version_info[:2]
# The bytes in front of the marshal data (PEP 552, and before).
HEADER = 16 if sys.version_info >= (3, 7) else 12 if sys.version_info >= (3, 3) else 8
# The arguments of `dis.dis` in each mode; a mode is left out where `dis` does not have them.
MODES = {
    "plain": {},
    "caches": {"show_caches": True},
    "adaptive": {"adaptive": True},
    "offsets": {"show_offsets": True},
    "positions": {"show_positions": True},
    "everything": {"show_caches": True, "show_offsets": True, "show_positions": True},
}


def modes():
    if sys.version_info < (3, 3):
        return ["plain"]
    known = inspect.signature(dis.dis).parameters
    return sorted(mode for mode in MODES if all(name in known for name in MODES[mode]))


def library_files(root):
    """The .py files below root, other people's packages aside, as paths relative to it, sorted."""
    found = []
    for directory, folders, files in os.walk(root):
        folders[:] = [folder for folder in folders if folder not in ("site-packages", "dist-packages")]
        for name in files:
            # Some distributions have links to files that are not installed.
            if name.endswith(".py") and os.path.exists(os.path.join(directory, name)):
                found.append(os.path.relpath(os.path.join(directory, name), root))
    return sorted(found)


def make_folder(path):
    try:
        os.makedirs(path)
    except OSError as error:
        if error.errno != errno.EEXIST:
            raise


def write_atomically(path, data):
    make_folder(os.path.dirname(path))
    partial = "%s.%d" % (path, os.getpid())
    with open(partial, "wb") as file:
        file.write(data)
    os.rename(partial, path)


def compiled(root, name, work):
    """The .pyc of a file, made if need be; None if the file does not compile."""
    target = os.path.join(work, "pyc", name + "c")
    if os.path.exists(target):
        return target if os.path.getsize(target) else None
    try:
        make_folder(os.path.dirname(target))
        partial = "%s.%d" % (target, os.getpid())
        py_compile.compile(os.path.join(root, name), cfile=partial, dfile=name, doraise=True)
        os.rename(partial, target)
        return target
    except py_compile.PyCompileError:
        write_atomically(target, b"")
        return None


def disassembly(code, options):
    """What `dis.dis` prints. Before 3.7 it prints the code object alone: the nested ones follow as they do from there on."""
    if sys.version_info >= (3, 7):
        output = io.StringIO()
        dis.dis(code, file=output, **options)
        return output.getvalue()
    before = sys.stdout
    # In 2.7, what is printed are bytes.
    sys.stdout = output = io.BytesIO() if sys.version_info < (3,) else io.StringIO()
    try:
        print_recursively(code)
    finally:
        sys.stdout = before
    return output.getvalue()


def print_recursively(code):
    dis.disassemble(code)
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            print()
            print("Disassembly of %r:" % (constant,))
            print_recursively(constant)


def disassembled(pyc, name, work):
    """The paths of CPython's disassemblies of a .pyc by mode, made if need be."""
    paths = dict((mode, os.path.join(work, "dis", mode, name + ".txt")) for mode in modes())
    missing = [mode for mode in paths if not os.path.exists(paths[mode])]
    if missing:
        with open(pyc, "rb") as file:
            code = marshal.loads(file.read()[HEADER:])
        for mode in missing:
            text = ADDRESS.sub(" at 0x0", disassembly(code, MODES[mode]))
            if not isinstance(text, bytes):
                text = text.encode("utf-8", "backslashreplace")
            write_atomically(paths[mode], text)
    return paths


def stack_effects():
    """Lines `opcode oparg any jump next`, with `-` where CPython refuses. None before 3.8, where edges are not told apart."""
    if sys.version_info < (3, 8):
        return []

    def effect(opcode, oparg, jump):
        try:
            return dis.stack_effect(opcode, oparg, jump=jump)
        except ValueError:
            return "-"

    def takes(opcode):
        listed = getattr(dis, "hasarg", None)
        return opcode >= dis.HAVE_ARGUMENT if listed is None else opcode in listed

    lines = []
    for opcode in sorted(set(range(256)) | set(dis.opmap.values())):
        if takes(opcode):
            opargs = list(range(256)) + [256, 257, 511, 512, 1023, 65535, 65536, 1 << 24, (1 << 24) + 255]
        else:
            opargs = [None]
        for oparg in opargs:
            effects = [effect(opcode, oparg, jump) for jump in (None, True, False)]
            lines.append(" ".join(str(item) for item in [opcode, oparg or 0] + effects))
    return lines


def run_tool(tool, operation, lines):
    """What the tool reports, the number of items it looked at, and how many of them failed."""
    process = subprocess.Popen(
        [tool, operation, VERSION], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    text = "".join(line + "\n" for line in lines)
    output, errors = process.communicate(text if isinstance(text, bytes) else text.encode())
    output = output.decode("utf-8", "replace").splitlines()
    if process.returncode not in (0, 1) or not output:
        return ["%s: exit status %d %s" % (operation, process.returncode, errors.decode("utf-8", "replace").strip())], 0, 1
    words = output[-1].split()
    return output[:-1], int(words[0]), int(words[2])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", help="the sweep-tool executable; without it, what CPython says is collected only")
    parser.add_argument("--work", required=True, help="directory for what is kept between runs")
    parser.add_argument("--library", default=sysconfig.get_path("stdlib"), help="root of the .py files")
    parser.add_argument("--shard", default="1/1", help="I/N: every Nth file, from the Ith on")
    parser.add_argument("--sample", type=int, help="only that many files, chosen by --seed")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.environ["PYTHONHASHSEED"] = "0"
        os.execv(sys.executable, [sys.executable] + sys.argv)
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10000)

    index, count = (int(part) for part in options.shard.split("/"))
    names = library_files(options.library)
    if options.sample:
        names = sorted(random.Random(options.seed).sample(names, min(options.sample, len(names))))
    names = names[index - 1::count]

    pycs, comparisons = [], dict((mode, []) for mode in modes())
    for name in names:
        pyc = compiled(options.library, name, options.work)
        if pyc is None:
            continue
        pycs.append(pyc)
        for mode, path in disassembled(pyc, name, options.work).items():
            comparisons[mode].append("%s\t%s\t%s" % (pyc, path, mode))
    if not options.tool:
        return

    figures, failed = {}, False
    jobs = [("roundtrip", pycs), ("rewrite", pycs)]
    if sys.version_info >= (3, 6):
        jobs.append(("asm", pycs))
    effects = stack_effects()
    if effects:
        jobs += [("check", pycs), ("effects", effects)]
    jobs += [("dis-" + mode, comparisons[mode]) for mode in sorted(comparisons)]
    for label, lines in jobs:
        findings, number, failures = run_tool(options.tool, label.split("-")[0], lines)
        for finding in findings:
            print(finding)
        figures[label] = {"items": number, "failures": failures}
        failed = failed or failures > 0
    for label, _ in jobs:
        print("Python %s, %s: %d items, %d failures" % (VERSION, label, figures[label]["items"], figures[label]["failures"]))
    write_atomically(
        os.path.join(options.work, "results-%d-of-%d.json" % (index, count)), json.dumps(figures, indent=2).encode())
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
