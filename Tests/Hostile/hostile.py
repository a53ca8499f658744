"""Runs the hostile programs under limits and says which of them did not end as documented.

    python3 Tests/Hostile/hostile.py --adder .build/adder PYC [NAME ...] [--time 1] [--memory 256M] [--jobs 1]

A program ends well if its exit status is 0, 1 with an exception on standard error, 123 (`--max-output`) or 124 (`--max-time`), within twice the time limit. For each
that does not, a line says what happened; the exit status is 1 then. The last line has the slowest.
"""
import argparse
import concurrent.futures
import subprocess
import sys
import time


def run(options, name):
    """(seconds, what is wrong or None, the last line of standard error)"""
    command = [
        options.adder, "run", "--max-time", str(options.time), "--max-memory", options.memory, "--max-output", "1M", "--no-files", "--no-environment",
        "--no-processes", "--no-network", options.pyc, name]
    start = time.monotonic()
    try:
        process = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=20 * options.time + 10)
    except subprocess.TimeoutExpired:
        return time.monotonic() - start, "did not end", ""
    seconds = time.monotonic() - start
    lines = process.stderr.decode("utf-8", "replace").splitlines() or [""]
    wrong = None
    if process.returncode not in (0, 1, 123, 124):
        wrong = "exit status %d" % process.returncode
    elif process.returncode == 1 and not lines[-1]:
        wrong = "exit status 1 without a word"
    elif seconds > 2 * options.time:
        wrong = "took %.2f s" % seconds
    return seconds, wrong, lines[-1][:150]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--adder", required=True, help="the executable")
    parser.add_argument("pyc", help="the programs' bytecode")
    parser.add_argument("names", nargs="*", help="programs, all if none is given")
    parser.add_argument("--time", type=float, default=1, help="seconds")
    parser.add_argument("--memory", default="256M", help="of Python objects")
    parser.add_argument("--jobs", type=int, default=1, help="programs at a time")
    parser.add_argument("--verbose", action="store_true", help="a line for each program")
    options = parser.parse_args()
    names = options.names or subprocess.run(
        [options.adder, "run", options.pyc], stdout=subprocess.PIPE, check=True).stdout.decode().split()
    failures = 0
    slowest = (0, "")
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for name, (seconds, wrong, line) in zip(names, pool.map(lambda name: run(options, name), names)):
            slowest = max(slowest, (seconds, name))
            if wrong or options.verbose:
                print("%-28s %6.2f s  %s  %s" % (name, seconds, wrong or "", line), flush=True)
            failures += wrong is not None
    print("%d programs, %d did not end as documented; the slowest took %.2f s (%s)" % (len(names), failures, *slowest))
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
