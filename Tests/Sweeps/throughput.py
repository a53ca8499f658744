"""Times `adder dis` and `adder check` against the `dis` of the CPython that runs this script, over its whole standard library.

Whole processes, wall time, the same .pyc files, all text thrown away: CPython once, Adder's commands in turn several times. The
files are those of the sweep, made if need be, in the same work directory.

    pythonX.Y Tests/Sweeps/throughput.py --adder .build/adder --work DIR [--runs 7] [--every 4]

Prints one line: medians, and how many times as fast Adder is. The start is timed on the file in the middle of those sorted by size.
"""
import argparse
import os
import subprocess
import sys
import sysconfig
import tempfile
import time
import warnings

import sweep

# What CPython runs, given a file with the paths of .pyc files.
PROGRAM = """
import dis, marshal, sys
for path in open(sys.argv[1]).read().splitlines():
    with open(path, "rb") as file:
        dis.dis(marshal.loads(file.read()[%d:]))
""" % sweep.HEADER


def seconds(command):
    start = time.perf_counter()
    process = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if process.returncode != 0:
        sys.exit("%s: exit status %d\n%s" % (command[1], process.returncode, process.stderr.decode("utf-8", "replace")[-500:]))
    return time.perf_counter() - start


def median(numbers):
    return sorted(numbers)[len(numbers) // 2]


def cpython_seconds(files):
    """Isolated and without `site`, the fastest way in which CPython does it."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listing:
        listing.write("".join(path + "\n" for path in files))
        listing.flush()
        return seconds([sys.executable, "-I", "-S", "-c", PROGRAM, listing.name])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--adder", required=True, help="the executable")
    parser.add_argument("--work", required=True, help="directory for what is kept between runs")
    parser.add_argument("--library", default=sysconfig.get_path("stdlib"), help="root of the .py files")
    parser.add_argument("--runs", type=int, default=7, help="how often Adder's commands are timed")
    parser.add_argument("--every", type=int, default=1, help="only every Nth file")
    options = parser.parse_args()
    warnings.simplefilter("ignore")

    names = sweep.library_files(options.library)[:: options.every]
    files = [path for path in (sweep.compiled(options.library, name, options.work) for name in names) if path]
    one = sorted(files, key=os.path.getsize)[len(files) // 2]
    theirs, their_start = cpython_seconds(files), median([cpython_seconds([one]) for _ in range(options.runs)])
    dis, check, start = [], [], []
    for _ in range(options.runs):
        dis.append(seconds([options.adder, "dis"] + files))
        check.append(seconds([options.adder, "check"] + files))
        start.append(seconds([options.adder, "dis", one]))
    print(
        "Python %s, %d files: CPython %.2f s; dis %.3f s, %.0f times as fast; check %.3f s, %.0f times; one file %.1f ms, CPython %.1f ms"
        % (sweep.VERSION, len(files), theirs, median(dis), theirs / median(dis), median(check), theirs / median(check),
           1000 * median(start), 1000 * their_start))


if __name__ == "__main__":
    main()
