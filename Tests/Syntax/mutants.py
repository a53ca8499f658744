#!/usr/bin/env python3
"""Compiles damaged sources with `adder compile`, and with CPython: no signal, no hang, no time beyond ten times CPython's.

    mutants.py ADDER WORK [--count N] [--seeds "S ..."] [--show N] VERSION=PYTHON ...

A source is a piece of a file of the version's standard library, damaged in its bytes, tokens, lines or nesting. N sources of each seed
are made; source I of a seed is always the same. What fails is kept under WORK/failed. It is also counted how often both agree that a source is right or
wrong, and on what is said: differences of that kind are no failures here (errors.py is for them), and are shown with --show.
"""
import argparse
import glob
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time

BATCH = 40
# Seconds of processor time that a source may take however quick CPython is.
LEAST = 1.0
# No source takes either of both as long as this.
HANG = 60

COMPILE = r'''
import json, sys, time, warnings
warnings.simplefilter("ignore")
for line in sys.stdin:
    path = line.rstrip("\n")
    with open(path, "rb") as file:
        data = file.read()
    start = time.process_time()
    try:
        compile(data, path, "exec", dont_inherit=True)
        said = "ok"
    except SyntaxError as error:
        said = "%s:%s: %s: %s" % (error.lineno, error.offset, type(error).__name__, error.msg)
    except (ValueError, OverflowError, MemoryError, RecursionError) as error:
        said = "%s: %s" % (type(error).__name__, error)
    print(json.dumps([said, time.process_time() - start]), flush=True)
'''

WORDS = """False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal
not or pass raise return try while with yield match case type _ print ( ) [ ] { } , : ; . ... = == != <= >= -> := + - * / // % @ ** << >> & | ^ ~ ! ? $ ` \\
0 1 0x 0b2 1e 1_ 0777 1j 1e999 ' " ''' \""" f' f" rb' u' t' {x!r:>{y}} {x=} {{ }} \\N{DIGIT\x20ONE} \\x \\u12 # \\\n""".split(" ")
WORDS = [word for part in WORDS for word in part.split("\n") if word]
TOKEN = re.compile(rb"\w+|\s+|[^\w\s]")
BYTES = [b"\0", b"\xff", b"\xef\xbb\xbf", b"\x0c", b"\r", b"\t", b"\xc3", "é".encode(), "ﬀ".encode(), "𝒳".encode(), "€".encode(), b"\x1a", b"\n# coding: latin-1\n",
         b"# -*- coding: utf-7 -*-\n"]
NESTS = [(b"(", b")"), (b"[", b"]"), (b"{", b"}"), (b"{0:", b"}"), (b"f(", b")"), (b"a[", b"]"), (b"not ", b""), (b"-", b""), (b"lambda: ", b""), (b"(yield ", b")"), (b"f'{", b"}'"), (b"a.b(", b")."),
         (b"x if y else ", b""), (b"await ", b""), (b"a**", b""), (b"1 + ", b""), (b"a < ", b""), (b"a or ", b""), (b"*", b""), (b"(", b""), (b"", b")"), (b"'", b""), (b"[x for x in ", b"]"), (b"a = ", b""), (b"@", b"")]


def damaged_once(data, rng):
    kind = rng.randrange(12)
    if kind < 5:
        tokens = TOKEN.findall(data)
        if not tokens:
            return data
        at = rng.randrange(len(tokens))
        if kind == 0:
            del tokens[at:at + rng.randrange(1, 4)]
        elif kind == 1:
            tokens.insert(at, rng.choice(WORDS).encode())
        elif kind == 2:
            tokens[at] = rng.choice(WORDS).encode()
        elif kind == 3:
            other = rng.randrange(len(tokens))
            tokens[at], tokens[other] = tokens[other], tokens[at]
        else:
            tokens[at:at] = tokens[at:at + rng.randrange(1, 9)] * rng.randrange(1, 20)
        return b"".join(tokens)
    at = rng.randrange(len(data) + 1)
    if kind == 5:
        return data[:at] + rng.choice(BYTES) + data[at:]
    if kind == 6:
        return data[:at] + bytes([rng.randrange(256)]) + data[at + 1:]
    if kind == 7:
        return data[:at]
    if kind == 8:
        before, after = rng.choice(NESTS)
        depth = rng.choice([2, 10, 50, 99, 150, 250, 1000, 5000])
        return data[:at] + before * depth + b"x" + after * depth + data[at:]
    lines = data.splitlines(True)
    if not lines:
        return data
    at = rng.randrange(len(lines))
    if kind == 9:
        lines[at] = rng.choice([b" ", b"\t", b"        ", b"    if x:\n"]) + lines[at].lstrip() if rng.randrange(2) else b" " + lines[at]
    elif kind == 10:
        other = rng.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
    else:
        lines[at:at] = [lines[rng.randrange(len(lines))]] * rng.choice([1, 2, 100, 2000])
    return b"".join(lines)


def piece(data, rng):
    """Some lines of a source that begin without indentation, where there are such lines."""
    lines = data.splitlines(True)
    starts = [index for index, line in enumerate(lines) if line[:1].isalpha()] or [0]
    at = rng.choice(starts)
    return b"".join(lines[at:at + rng.choice([3, 20, 80, 300])])


def source(version, seed, number, files):
    rng = random.Random(f"{version}:{seed}:{number}")
    with open(rng.choice(files), "rb") as file:
        data = piece(file.read(), rng)
    for _ in range(rng.choice([1, 1, 2, 3, 8])):
        data = damaged_once(data, rng)[:400_000]
    return data


class Adder:
    def __init__(self, path, version):
        self.command = [path, "compile", "--version", version, "-q", "-f"]

    def run(self, paths, limit):
        """Exit status, standard error and seconds of processor time; None as status if it did not end."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        try:
            done = subprocess.run(self.command + paths, capture_output=True, timeout=limit)
            status, said = done.returncode, done.stderr.decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            status, said = None, ""
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return status, said, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class CPython:
    def __init__(self, path):
        self.path = path
        self.start()

    def start(self):
        self.process = subprocess.Popen([self.path, "-I", "-c", COMPILE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def compile(self, path):
        """What it says, and the seconds that it took; None if it crashed or took too long."""
        old = signal.signal(signal.SIGALRM, lambda *_: self.process.kill())
        signal.alarm(HANG)
        try:
            self.process.stdin.write(path + "\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            signal.alarm(0)
            signal.signal(signal.SIGALRM, old)
        if line:
            return json.loads(line)
        self.process.wait()
        self.start()
        return None


class Run:
    def __init__(self, options, version, python):
        self.options, self.version = options, version
        self.adder, self.cpython = Adder(options.adder, version), CPython(python)
        stdlib = subprocess.run([python, "-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"], capture_output=True, text=True).stdout.strip()
        self.files = sorted(path for path in glob.glob(stdlib + "/*.py") + glob.glob(stdlib + "/test/test_*.py") if os.path.isfile(path) and os.path.getsize(path))
        self.folder = os.path.join(options.work, "mutants", version)
        os.makedirs(self.folder, exist_ok=True)
        os.makedirs(os.path.join(options.work, "failed"), exist_ok=True)
        self.failures, self.worst, self.counts = [], 0.0, {"both right": 0, "both wrong": 0, "one alone": 0, "same words": 0, "CPython gave up": 0}
        self.shown = 0

    def fail(self, path, why):
        kept = os.path.join(self.options.work, "failed", f"{self.version}-{os.path.basename(path)}")
        os.replace(path, kept)
        self.failures.append(kept)
        print(f"{kept}: {why}", flush=True)

    def batch(self, seed, numbers):
        paths = []
        for number in numbers:
            paths.append(os.path.join(self.folder, f"s{seed}_{number}.py"))
            with open(paths[-1], "wb") as file:
                file.write(source(self.version, seed, number, self.files))
        status, said, seconds = self.adder.run(paths, HANG)
        alone = status not in (0, 1) or seconds > LEAST
        words = dict(re.findall(r"^(.*?\.py)(?=:)(.*)$", said, re.M)) if not alone else {}
        for path in paths:
            self.judge(path, words, alone)
        for path in glob.glob(self.folder + "/*.py") + glob.glob(self.folder + "/__pycache__/*"):
            os.remove(path)

    def judge(self, path, words, alone):
        theirs = self.cpython.compile(path)
        if alone:
            limit = max(LEAST, 10 * theirs[1]) if theirs else HANG
            status, said, seconds = self.adder.run([path], HANG)
            self.worst = max(self.worst, seconds)
            if status not in (0, 1):
                return self.fail(path, "does not end" if status is None else f"ends with status {status}")
            if seconds > limit:
                # Once more: the machine may have been busy.
                if min(seconds, self.adder.run([path], HANG)[2]) > limit:
                    return self.fail(path, f"takes {seconds:.2f} s, CPython {theirs[1] if theirs else HANG:.2f} s")
            words = dict(re.findall(r"^(.*?\.py)(?=:)(.*)$", said, re.M))
        self.compare(path, words, theirs)

    def compare(self, path, words, theirs):
        mine = next((words[key] for key in words if key == path), "ok").lstrip(": ")
        if theirs is None:
            self.counts["CPython gave up"] += 1
            return
        said = theirs[0]
        if "Warning" in mine:
            mine = "ok"
        if (mine == "ok") != (said == "ok"):
            self.counts["one alone"] += 1
        elif mine == "ok":
            self.counts["both right"] += 1
            return
        else:
            self.counts["both wrong"] += 1
            if mine == said:
                self.counts["same words"] += 1
                return
        if self.shown < self.options.show:
            self.shown += 1
            print(f"{os.path.basename(path)}\n  adder   {mine[:150]}\n  CPython {said[:150]}")

    def run(self):
        start = time.monotonic()
        for seed in self.options.seeds:
            for first in range(0, self.options.count, BATCH):
                self.batch(seed, range(first, min(first + BATCH, self.options.count)))
        self.cpython.process.stdin.close()
        print(f"{self.version}: {len(self.options.seeds) * self.options.count} sources in {time.monotonic() - start:.0f} s, {len(self.failures)} failures; "
              + ", ".join(f"{value} {key}" for key, value in self.counts.items()), flush=True)
        return not self.failures


def main():
    parser = argparse.ArgumentParser(description="Compiles damaged sources.")
    parser.add_argument("adder")
    parser.add_argument("work")
    parser.add_argument("--count", type=int, default=6700)
    parser.add_argument("--seeds", type=lambda text: text.split(), default=["1", "2", "3"])
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("versions", nargs="+", metavar="VERSION=PYTHON")
    options = parser.parse_args()
    good = [Run(options, *text.split("=", 1)).run() for text in options.versions]
    sys.exit(0 if all(good) else 1)


main()
