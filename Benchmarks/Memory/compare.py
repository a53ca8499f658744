"""Compares the memory that live objects take in Adder and in the CPython that runs this script.

    pythonX.Y Benchmarks/Memory/compare.py --adder .build/adder [--count 10000000]

For each kind of objects: peak resident memory per object in bytes, without what a list of the same length of None takes.
"""
import argparse
import os
import py_compile
import subprocess
import sys
import tempfile

PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "objects.py")


def peak(command):
    """Peak resident memory of a process in bytes."""
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit("%s: status %d" % (" ".join(command), status))
    return usage.ru_maxrss * 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--adder", required=True, help="the executable")
    parser.add_argument("--count", type=int, default=10000000, help="objects of each kind")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pyc = os.path.join(folder, "objects.pyc")
        py_compile.compile(PROGRAM, cfile=pyc, doraise=True)
        programs = {"CPython": [sys.executable, "-I", "-S", pyc], "Adder": [options.adder, "run", pyc]}
        kinds = subprocess.run(programs["CPython"], stdout=subprocess.PIPE, check=True).stdout.decode().split()
        empty = {name: peak(command + ["nothing", str(options.count)]) for name, command in programs.items()}
        print("%-10s %10s %10s %7s" % ("", "CPython", "Adder", "ratio"))
        more = 0
        for kind in kinds[1:]:
            sizes = {name: (peak(command + [kind, str(options.count)]) - empty[name]) / options.count for name, command in programs.items()}
            ratio = sizes["Adder"] / sizes["CPython"]
            more += ratio > 1
            print("%-10s %8.1f B %8.1f B %7.2f" % (kind, sizes["CPython"], sizes["Adder"], ratio), flush=True)
    sys.exit(more > 0)


if __name__ == "__main__":
    main()
