#!/usr/bin/env python3
"""Compares the syntax trees of `syntax-tool` with each CPython's own, over its whole standard library with tests.

    sweep.py TOOL WORK VERSION=PYTHON ...

Digests of CPython's trees are kept in the folder WORK. Prints the files that differ, and a line per version.
"""
import hashlib
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def library(python):
    code = "import os, sysconfig; print(sysconfig.get_path('stdlib'))"
    folder = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    files = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f not in ("__pycache__", "site-packages", "dist-packages"))
        files += [os.path.join(place, name) for name in sorted(names) if name.endswith(".py")]
    return files


def oracle(work, version, python, files):
    """What CPython says of each file: its digest, or its error."""
    kept = os.path.join(work, "digests-" + version)
    known = {}
    if os.path.exists(kept):
        with open(kept) as file:
            for line in file:
                what, _, path = line.rstrip("\n").rpartition("\t")
                known[path] = what
    missing = [path for path in files if path not in known]
    if missing:
        with open(kept, "a") as out:
            process = subprocess.run(
                [python, os.path.join(HERE, "dumps.py"), "digest"], input="\n".join(missing) + "\n", text=True, capture_output=True
            )
            if process.returncode:
                sys.exit(process.stderr)
            for line in process.stdout.splitlines():
                what, _, path = line.rpartition("\t")
                known[path] = what
                out.write(line + "\n")
    return known


def found(tool, version, files):
    """What the tool says of each file."""
    process = subprocess.Popen([tool, "dump", version], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for path in files:
        process.stdin.write(path.encode() + b"\n")
        process.stdin.flush()
        head = process.stdout.readline().decode()
        if not head:
            yield path, b"CRASH"
            process = subprocess.Popen([tool, "dump", version], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            continue
        yield path, process.stdout.read(int(head.split(" ")[0]))
    process.stdin.close()
    process.wait()


def main():
    tool, work = sys.argv[1:3]
    os.makedirs(work, exist_ok=True)
    failed = False
    for argument in sys.argv[3:]:
        version, _, python = argument.partition("=")
        files = library(python)
        expected = oracle(work, version, python, files)
        same = rejected = 0
        differing = []
        for path, text in found(tool, version, files):
            what = expected[path]
            if what.startswith("error"):
                if text.startswith(b"Module("):
                    differing.append((path, "is accepted, but CPython says " + what))
                else:
                    rejected += 1
            elif hashlib.md5(text).hexdigest() == what:
                same += 1
            else:
                differing.append((path, "differs" if text.startswith(b"Module(") else text.decode("utf-8", "replace")))
        for path, what in differing:
            print(version + "\t" + path + "\t" + what[:300].replace("\n", " "))
        print("%s: %d files, %d identical, %d rejected by both, %d differ" % (version, len(files), same, rejected, len(differing)))
        failed = failed or bool(differing)
    sys.exit(failed)


main()
