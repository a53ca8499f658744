#!/usr/bin/env python3
"""Makes the bytecode and the expectations of the corpus with real CPythons.

usage: make_corpus.py [--check] [--python VERSION=PATH]... [TOPIC | TOPIC/NAME]...
       make_corpus.py --compile FOLDER [--python VERSION=PATH]...

Tests/Corpora/<topic>/NAME.py is a program; for each CPython version this script writes
    <topic>/bytecode/<version>/NAME.pyc         the program's bytecode (unchecked-hash header, co_filename "NAME.py")
    <topic>/bytecode/<version>/NAME.expected    how to run it, and its exit status, standard output and standard error
The interpreter runs the .pyc inside the bytecode folder, where no source is, so that tracebacks show no source lines. Both
files depend on nothing but the program and the CPython version: PYTHONHASHSEED is 0 and every program is compiled in a process of its own.

Comment lines at the top of a program configure it:
    # args: WORD...      command-line arguments (shell quoting)
    # path: FOLDER...    PYTHONPATH, relative to the bytecode folder
    # mode: single       compile as the interactive interpreter does
    # module             not a program: imported by programs beside it (so is all that lies in a package folder)
    # versions: A-B      the CPython versions that the program is for, either end may be left out (default: all)

An .expected file is a list of lines "key: value". Keys: arg, path, exit (a status, always present), out and err (one line of
the stream each, newline included), "out." and "err." (a last line that lacks its newline).

--check writes nothing and fails if anything would change. --compile only makes FOLDER/bytecode/<version>/NAME.pyc of FOLDER/NAME.py. Without --python the interpreters are looked for as pythonX.Y on PATH
and in ~/.pyenv/versions.
"""
import argparse
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent / "Corpora"
VERSIONS = ("3.13",)
TIME_LIMIT = 10

COMPILE = """
import importlib.util, sys
from importlib._bootstrap_external import _code_to_hash_pyc
source_path, name, mode, target = sys.argv[1:]
with open(source_path, 'rb') as file:
    source = file.read()
code = compile(source, name, mode, dont_inherit=True)
with open(target, 'wb') as file:
    file.write(_code_to_hash_pyc(code, importlib.util.source_hash(source), False))
"""


class Program:
    """A source file of the corpus with the settings of its header."""

    def __init__(self, path, root=ROOT):
        self.path = path
        self.relative = path.relative_to(root)
        self.topic = self.relative.parts[0]
        self.name = pathlib.PurePosixPath(*self.relative.parts[1:])
        self.is_program = len(self.name.parts) == 1
        self.arguments, self.search, self.mode, self.range = [], [], "exec", (None, None)
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                break
            self.configure(*(part.strip() for part in line[1:].partition(":")[::2]))

    def configure(self, key, value):
        if key == "args":
            self.arguments = shlex.split(value)
        elif key == "path":
            self.search = shlex.split(value)
        elif key == "mode":
            self.mode = value
        elif key == "module":
            self.is_program = False
        elif key == "versions":
            first, _, last = value.partition("-")
            self.range = (first.strip() or None, last.strip() or None)

    def is_for(self, version):
        number = lambda text: tuple(map(int, text.split(".")))
        first, last = self.range
        return (not first or number(first) <= number(version)) and (not last or number(version) <= number(last))


def environment(program=None):
    settings = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.environ["PATH"]}
    if program and program.search:
        settings["PYTHONPATH"] = ":".join(program.search)
    return settings


def compile_to(python, program, target):
    target.parent.mkdir(parents=True, exist_ok=True)
    command = [python, "-I", "-S", "-W", "ignore", "-c", COMPILE, program.path, program.name, program.mode, target]
    if subprocess.run(list(map(str, command)), env=environment()).returncode:
        sys.exit(f"{program.relative}: cannot be compiled")


def lines(key, stream, program):
    try:
        text = stream.decode("utf-8")
    except UnicodeDecodeError:
        sys.exit(f"{program.relative}: {key} is not UTF-8")
    if not text:
        return
    *whole, rest = text.split("\n")
    for line in whole:
        yield f"{key}: {line}".rstrip(" ") if not line else f"{key}: {line}"
    if rest:
        yield f"{key}. {rest}"


def expectation(python, program, folder):
    command = [python, "-S", "-s", str(program.name.with_suffix(".pyc")), *program.arguments]
    try:
        done = subprocess.run(command, cwd=folder, env=environment(program), stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=TIME_LIMIT)
    except subprocess.TimeoutExpired:
        sys.exit(f"{program.relative}: ran longer than {TIME_LIMIT} s")
    if done.returncode < 0:
        sys.exit(f"{program.relative}: CPython died of signal {-done.returncode}")
    text = [f"arg: {argument}" for argument in program.arguments]
    text += [f"path: {folder}" for folder in program.search]
    text.append(f"exit: {done.returncode}")
    text += lines("out", done.stdout, program)
    text += lines("err", done.stderr, program)
    return "\n".join(text) + "\n"


def interpreters(named):
    """Version -> path of each interpreter to use."""
    found = dict(item.split("=", 1) for item in named)
    for version in () if named else VERSIONS:
        local = sorted(pathlib.Path.home().glob(f".pyenv/versions/{version}.*/bin/python{version}"))
        path = str(local[-1]) if local else shutil.which(f"python{version}")
        if path:
            found[version] = path
    if not found:
        sys.exit("make_corpus: no CPython found (looked for " + ", ".join("python" + v for v in VERSIONS) + "); use --python VERSION=PATH")
    return found


def selected(names):
    programs = [Program(path) for path in sorted(ROOT.rglob("*.py"))]
    if not names:
        return programs
    wanted = [program for program in programs
              if program.topic in names or str(program.relative.with_suffix("")) in names]
    topics = {program.topic for program in wanted}
    return [p for p in programs if p in wanted or (p.topic in topics and not p.is_program)]


def refuse_library_names(python, programs):
    """A program named as a module of the library would show that module's source lines in its tracebacks."""
    library = pathlib.Path(subprocess.run([python, "-I", "-S", "-c", "import os; print(os.__file__)"],
                                          check=True, capture_output=True, text=True).stdout).parent
    for program in programs:
        if (library / program.name).exists():
            sys.exit(f"{program.relative}: the library of {python} has a file of this name")


def make(version, python, programs, into):
    """Writes the files for one version below `into`; returns their paths relative to it."""
    written = []
    for program in programs:
        folder = into / program.topic / "bytecode" / version
        target = folder / program.name.with_suffix(".pyc")
        compile_to(python, program, target)
        written.append(target.relative_to(into))
    for program in programs:
        if program.is_program:
            folder = into / program.topic / "bytecode" / version
            target = folder / program.name.with_suffix(".expected")
            target.write_text(expectation(python, program, folder), encoding="utf-8", newline="\n")
            written.append(target.relative_to(into))
    return written


def compile_folder(folder, pythons):
    for version, python in pythons.items():
        for path in sorted(folder.glob("*.py")):
            program = Program(path, folder.parent)
            compile_to(python, program, folder / "bytecode" / version / program.name.with_suffix(".pyc"))


def differences(scratch, written):
    for path in written:
        ours = ROOT / path
        if not ours.exists() or ours.read_bytes() != (scratch / path).read_bytes():
            yield path


def forget_orphans(version, programs):
    """Removes files whose program is gone (only when everything is remade)."""
    known = {(p.topic, str(p.name.with_suffix(""))) for p in programs}
    for path in ROOT.glob(f"*/bytecode/{version}/**/*"):
        if path.is_file():
            name = path.relative_to(ROOT / path.relative_to(ROOT).parts[0] / "bytecode" / version).with_suffix("")
            if (path.relative_to(ROOT).parts[0], str(name)) not in known:
                path.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--compile", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--python", action="append", default=[], metavar="VERSION=PATH")
    parser.add_argument("names", nargs="*", metavar="TOPIC[/NAME]")
    options = parser.parse_args()
    if options.compile:
        return compile_folder(options.compile.resolve(), interpreters(options.python))
    changed = []
    for version, python in interpreters(options.python).items():
        programs = [program for program in selected(options.names) if program.is_for(version)]
        refuse_library_names(python, programs)
        with tempfile.TemporaryDirectory() as name:
            scratch = pathlib.Path(name)
            written = make(version, python, programs, scratch)
            changed += differences(scratch, written)
            if not options.check:
                for path in written:
                    (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(scratch / path, ROOT / path)
                if not options.names:
                    forget_orphans(version, programs)
        print(f"{version}: {sum(p.is_program for p in programs)} programs, {len(changed)} files changed")
    for path in changed:
        print("  ", path)
    sys.exit(1 if options.check and changed else 0)


if __name__ == "__main__":
    main()
