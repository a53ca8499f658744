"""Compares Adder with the CPython that runs this script over that CPython's whole standard library.

For every .py file, tests included: the text of `dis` must be the same (plain, with inline caches, with offsets), the
checker must accept every code object, and marshal must write what it read. Stack effects must be those of
`dis.stack_effect` for every opcode.

What CPython has to say is kept in the work directory, so that a run that was interrupted goes on where it stopped, and
a run after a change of Adder takes seconds. Shards share the directory.

    python3.13 Tests/Sweeps/sweep.py --tool .build/release/sweep-tool --work DIR [--shard 1/4] [--sample 40 --seed 7]

Prints one line per failure and a summary; writes the figures to DIR/results-SHARD.json; exit status 1 if anything
failed.
"""
import argparse
import contextlib
import dis
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
MODES = {
    "plain": {},
    "caches": {"show_caches": True},
    "offsets": {"show_offsets": True},
}


def library_files(root):
    """The .py files below root that compile, as paths relative to it, sorted."""
    found = []
    for directory, _, files in os.walk(root):
        for name in files:
            if name.endswith(".py"):
                found.append(os.path.relpath(os.path.join(directory, name), root))
    return sorted(found)


def write_atomically(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    partial = f"{path}.{os.getpid()}"
    with open(partial, "wb") as file:
        file.write(data)
    os.replace(partial, path)


def compiled(root, name, work):
    """The .pyc of a file, made if need be; None if the file does not compile."""
    target = os.path.join(work, "pyc", name + "c")
    if os.path.exists(target):
        return target if os.path.getsize(target) else None
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        partial = f"{target}.{os.getpid()}"
        py_compile.compile(os.path.join(root, name), cfile=partial, dfile=name, doraise=True)
        os.replace(partial, target)
        return target
    except py_compile.PyCompileError:
        write_atomically(target, b"")
        return None


def disassembled(pyc, name, work):
    """The paths of CPython's disassemblies of a .pyc by mode, made if need be."""
    paths = {mode: os.path.join(work, "dis", mode, name + ".txt") for mode in MODES}
    missing = [mode for mode in MODES if not os.path.exists(paths[mode])]
    if missing:
        with open(pyc, "rb") as file:
            code = marshal.loads(file.read()[16:])
        for mode in missing:
            output = io.StringIO()
            dis.dis(code, file=output, **MODES[mode])
            text = ADDRESS.sub(" at 0x0", output.getvalue())
            write_atomically(paths[mode], text.encode("utf-8", "backslashreplace"))
    return paths


def stack_effects():
    """Lines `opcode oparg any jump next`, with `-` where CPython refuses."""
    def effect(opcode, oparg, jump):
        try:
            return dis.stack_effect(opcode, oparg, jump=jump)
        except ValueError:
            return "-"

    lines = []
    for opcode in sorted({*range(256), *dis.opmap.values()}):
        if opcode in dis.hasarg:
            opargs = list(range(256)) + [256, 257, 511, 512, 1023, 65535, 65536, 1 << 24, (1 << 24) + 255]
        else:
            opargs = [None]
        for oparg in opargs:
            effects = [effect(opcode, oparg, jump) for jump in (None, True, False)]
            lines.append(" ".join(str(item) for item in [opcode, oparg or 0, *effects]))
    return lines


def run_tool(tool, operation, lines):
    """The failures that the tool reports and the number of items it looked at."""
    process = subprocess.run(
        [tool, operation], input="\n".join(lines) + "\n" if lines else "", text=True, capture_output=True)
    output = process.stdout.splitlines()
    if process.returncode not in (0, 1) or not output:
        return [f"{operation}: exit status {process.returncode} {process.stderr.strip()}"], 0
    return output[:-1], int(output[-1].split()[0])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", required=True, help="the sweep-tool executable")
    parser.add_argument("--work", required=True, help="directory for what is kept between runs")
    parser.add_argument("--library", default=sysconfig.get_path("stdlib"), help="root of the .py files")
    parser.add_argument("--shard", default="1/1", help="I/N: every Nth file, from the Ith on")
    parser.add_argument("--sample", type=int, help="only that many files, chosen by --seed")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.environ["PYTHONHASHSEED"] = "0"
        os.execv(sys.executable, [sys.executable, *sys.argv])
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10000)

    index, count = (int(part) for part in options.shard.split("/"))
    names = library_files(options.library)
    if options.sample:
        names = sorted(random.Random(options.seed).sample(names, min(options.sample, len(names))))
    names = names[index - 1::count]

    pycs, comparisons = [], {mode: [] for mode in MODES}
    for name in names:
        with contextlib.redirect_stderr(io.StringIO()):
            pyc = compiled(options.library, name, options.work)
        if pyc is None:
            continue
        pycs.append(pyc)
        for mode, path in disassembled(pyc, name, options.work).items():
            comparisons[mode].append(f"{pyc}\t{path}\t{mode}")

    figures, failed = {}, False
    jobs = [("roundtrip", pycs), ("rewrite", pycs), ("check", pycs), ("effects", stack_effects())]
    jobs += [(f"dis-{mode}", lines) for mode, lines in comparisons.items()]
    for label, lines in jobs:
        failures, number = run_tool(options.tool, label.split("-")[0], lines)
        for failure in failures:
            print(failure)
        figures[label] = {"items": number, "failures": len(failures)}
        failed = failed or bool(failures)
    for label, figure in figures.items():
        print(f"{label}: {figure['items']} items, {figure['failures']} failures")
    write_atomically(
        os.path.join(options.work, f"results-{index}-of-{count}.json"), json.dumps(figures, indent=2).encode())
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
