#!/usr/bin/env python3
"""Times compile-tool against the CPython that runs this: the whole standard library with its tests, source to marshal data, each in one process.

    pythonX.Y speed.py TOOL [--rounds N] [--sample N]

The two take turns; what counts is processor time, the best round of each. Reading the files and starting are left out.
"""
import argparse
import marshal
import subprocess
import sys
import sysconfig
import time
import warnings

from compare import sources


def own(files):
    """The seconds that this CPython takes."""
    start = time.process_time()
    for path, data in files:
        marshal.dumps(compile(data, path, "exec", dont_inherit=True))
    return time.process_time() - start


def accepted(paths):
    """The files that this CPython compiles, with what is in them."""
    files = []
    for path in paths:
        with open(path, "rb") as file:
            data = file.read()
        try:
            compile(data, path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            continue
        files.append((path, data))
    return files


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sample", type=int, default=1, help="take every so-manieth file")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(100000)
    version = "%d.%d" % sys.version_info[:2]
    files = accepted(list(sources([sysconfig.get_path("stdlib")]))[::options.sample])
    paths = "".join(path + "\n" for path, _ in files)
    adder, cpython = [], []
    for _ in range(options.rounds):
        run = subprocess.run([options.tool, "time", version, "1"], input=paths, capture_output=True, text=True, check=True)
        adder.append(float(run.stdout.split()[0]))
        cpython.append(own(files))
    print(f"Python {version}: {len(files)} files, CPython {min(cpython):.2f} s, Adder {min(adder):.2f} s, ratio {min(adder) / min(cpython):.3f}")


if __name__ == "__main__":
    main()
