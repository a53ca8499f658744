#!/usr/bin/env python3
"""Lists the raising branches of the kernels that no program of the corpus executes.

usage: raising-branches.py --adder ADDER --corpus FOLDER --allowed FILE [--version VERSION] [--llvm FOLDER] SOURCES

ADDER is built with -profile-generate and -profile-coverage-mapping (Tools/coverage.sh does that). Every program of the corpus is run by it, and
of every statement that raises in the Swift files below the folder SOURCES (`throw`, or the return of what `raise` gives) the coverage says
whether it ran.

FILE lists the branches that the corpus cannot reach, one a line, "FILE | TEXT | REASON": the path below SOURCES ("*": any), a part of the
statement's text that identifies it, and why. An entry that explains no branch any more is reported too.

The exit status is 1 if a branch is missing, an entry is out of date, or a program does not print what it is expected to.
"""
import argparse
import bisect
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

RAISING = re.compile(r"\bthrow \S|\breturn (?:try )?(?:\w+\.)?raise\w*\(")


def holds(marks, version):
    """Whether a list of versions and ranges has a version in it; an end of a range that is left out is open."""
    number = lambda text: tuple(map(int, text.split(".")))
    for item in marks.split(","):
        first, dash, last = item.strip().partition("-")
        last = last if dash else first
        if item.strip() == "all" or (not first or number(first) <= number(version)) and (not last or number(version) <= number(last)):
            return True
    return False


def expectation(path, version):
    """The arguments, search path, exit status and output of a program in a version (Tests/Corpora/README.md has the format), or None."""
    first, *rest = path.read_text("utf-8").split("\n")[:-1]
    if not holds(first.partition(":")[2], version):
        return None
    values = {"arg": [], "path": [], "module": [], "exit": [], "out": "", "err": ""}
    marks = "all"
    for line in rest:
        if line.startswith("["):
            marks = line[1:-1]
            continue
        key, value = re.match(r"(\w+)[:.] ?(.*)", line).groups()
        if not holds(marks, version):
            continue
        if key in ("out", "err"):
            values[key] += value + ("\n" if line[len(key)] == ":" else "")
        else:
            values[key].append(value)
    return values


def run(adder, program, version, profiles):
    expected = expectation(program, version)
    environment = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "LLVM_PROFILE_FILE": f"{profiles}/%4m.profraw"}
    path = ["modules/" + module.split()[0] for module in expected["module"]] + expected["path"]
    if path:
        environment["PYTHONPATH"] = ":".join(path)
    command = [adder, "run", program.stem + ".pyc", *expected["arg"]]
    folder = program.parent / "bytecode" / version
    done = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
    return (done.returncode == int(expected["exit"][0]) and done.stdout.decode() == expected["out"] and done.stderr.decode() == expected["err"])


def executed(segments, line, column):
    """Whether the code at a place ran: the last coverage segment that begins before it says so."""
    place = bisect.bisect_right(segments, [line, column, float("inf")]) - 1
    if place < 0 or not segments[place][3]:
        return True
    return segments[place][2] > 0


def statement(lines, number):
    """The text from a line on until its parentheses are closed."""
    text = lines[number - 1].strip()
    while text.count("(") > text.count(")") and number < len(lines):
        text += " " + lines[number].strip()
        number += 1
    return text


def branches(source, coverage):
    """(path, line, text, whether it ran) of every statement that raises."""
    for entry in coverage:
        path = pathlib.Path(entry["filename"])
        segments = sorted(entry["segments"])
        lines = path.read_text().split("\n")
        for number, text in enumerate(lines, 1):
            found = RAISING.search(text.split("//")[0])
            if found:
                yield str(path.relative_to(source)), number, statement(lines, number), executed(segments, number, found.start() + 1)


def allowed(path):
    entries = []
    for line in path.read_text().split("\n"):
        if line and not line.startswith("#"):
            name, text, reason = line.split(" | ", 2)
            entries.append((name, text.strip(), reason))
    return entries


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--adder", type=pathlib.Path, required=True)
    parser.add_argument("--corpus", type=pathlib.Path, required=True)
    parser.add_argument("--allowed", type=pathlib.Path, required=True)
    parser.add_argument("--version", default="3.13")
    parser.add_argument("--llvm", default=os.environ.get("LLVM_BIN", "/usr/bin"))
    parser.add_argument("sources", type=pathlib.Path)
    options = parser.parse_args()
    adder = options.adder.resolve()
    sources = options.sources.resolve()
    failures = []
    with tempfile.TemporaryDirectory() as profiles:
        programs = sorted(path for path in options.corpus.resolve().glob("*/*.expected") if expectation(path, options.version))
        failures += [f"{program}: does not print what it is expected to" for program in programs if not run(adder, program, options.version, profiles)]
        merged = f"{profiles}/all.profdata"
        subprocess.run([f"{options.llvm}/llvm-profdata", "merge", "-sparse", *pathlib.Path(profiles).glob("*.profraw"), "-o", merged], check=True)
        export = [f"{options.llvm}/llvm-cov", "export", adder, "-instr-profile", merged, "--skip-expansions", "--skip-functions", sources]
        coverage = json.loads(subprocess.run(export, check=True, capture_output=True).stdout)["data"][0]["files"]
    found = list(branches(sources, coverage))
    entries = allowed(options.allowed)
    used = set()
    for name, number, text, ran in found:
        if not ran:
            reasons = [entry for entry in entries if entry[0] in (name, "*") and entry[1] in text]
            used.update(reasons)
            if not reasons:
                failures.append(f"{name}:{number}: {text}")
    failures += [f"{options.allowed.name}: executed, or no branch: {entry[0]} | {entry[1]}" for entry in entries if entry not in used]
    print("\n".join(failures), end="\n" if failures else "")
    ran = sum(1 for branch in found if branch[3])
    print(f"{len(programs)} programs: {ran} of {len(found)} raising branches executed, "
          f"{len(used)} entries of {options.allowed.name} give reasons for others")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
