"""Compares the attributes of builtin types and native modules that Adder has with those of the CPython that runs this script.

    pythonX.Y Tests/Support/attributes.py --adder .build/adder [--list]

Prints a table: for each type and module, how many of CPython's attributes Adder has, how many of those have the same kind, and how many of
those that have a signature or a docstring in CPython have one. With --list, the attributes that are not there too, but those with a reason
in missing-attributes.txt, which has lines `OWNER NAME: REASON`; `*` stands for all names of an owner.
"""
import argparse
import os
import py_compile
import subprocess
import sys
import tempfile

FOLDER = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.join(FOLDER, "attribute_dump.py")
REASONS = os.path.join(FOLDER, "missing-attributes.txt")


def attributes(command):
    """What attribute_dump.py prints: owner, name -> kind, signature, docstring."""
    process = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if process.returncode != 0:
        sys.exit("%s: exit status %d\n%s" % (command[0], process.returncode, process.stderr.decode("utf-8", "replace")[-1000:]))
    owners = {}
    for line in process.stdout.decode("utf-8", "replace").splitlines():
        owner, name, kind, signature, doc = line.split("\t")
        if not owner.startswith("?"):
            owners.setdefault(owner, {})[name] = (kind, signature, doc)
    return owners


def reasons():
    """(owner, name) of the attributes that are missing for a reason."""
    found = set()
    if os.path.exists(REASONS):
        with open(REASONS) as file:
            for line in file:
                place, separator, reason = line.strip().partition(": ")
                if separator and not line.startswith("#"):
                    found.add(tuple(place.rsplit(" ", 1)))
    return found


def row(theirs, ours):
    """Numbers of attributes: CPython's; there; of the same kind; with signatures, of so many; with docstrings, of so many."""
    both = [(theirs[name], ours[name]) for name in theirs if name in ours]
    kinds = sum(a[0] == b[0] for a, b in both)
    signatures, docs = ([b[part] for a, b in both if a[part]] for part in (1, 2))
    return [len(theirs), len(both), kinds, sum(map(bool, signatures)), len(signatures), sum(map(bool, docs)), len(docs)]


def show(label, numbers):
    total, there, kinds, signatures, most_signatures, docs, most_docs = numbers
    print("%-36s %5d %5d %6.1f %% %5d %5d/%-5d %5d/%-5d" % (
        label, total, there, 100 * there / total if total else 100, kinds, signatures, most_signatures, docs, most_docs))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--adder", required=True, help="the executable")
    parser.add_argument("--list", action="store_true", help="name what is missing")
    options = parser.parse_args()
    theirs = attributes([sys.executable, "-I", "-W", "ignore", PROGRAM])
    with tempfile.TemporaryDirectory() as folder:
        pyc = os.path.join(folder, "attribute_dump.pyc")
        py_compile.compile(PROGRAM, cfile=pyc, dfile="attribute_dump.py", doraise=True)
        ours = attributes([options.adder, "run", pyc])

    print("%-36s %5s %5s %8s %5s %11s %11s" % ("Python %d.%d" % sys.version_info[:2], "all", "there", "", "kind", "signatures", "docstrings"))
    sums = [0] * 7
    for owner in sorted(theirs):
        numbers = row(theirs[owner], ours.get(owner, {}))
        sums = [a + b for a, b in zip(sums, numbers)]
        show(owner, numbers)
    show("all", sums)
    if options.list:
        excused = reasons()
        for owner in sorted(theirs):
            missing = [
                name for name in sorted(theirs[owner])
                if name not in ours.get(owner, {}) and (owner, name) not in excused and (owner, "*") not in excused]
            if missing:
                print("%s: %s" % (owner, ", ".join(missing)))


if __name__ == "__main__":
    main()
