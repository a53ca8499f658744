"""Makes random calls of everything that is builtin in Adder and in the CPython that runs this script, and compares what comes of them.

    pythonX.Y Tests/Differential/differential.py --adder .build/adder --seeds 1 2 3 --calls 200000

Each call prints a line in both (calls.py); differing lines are counted by target and sort of difference, but those that causes.txt explains.
A crash of Adder, and a call that takes too long, is a difference of that call alone: the run goes on behind it.
Exit status 1 if there is an unexplained difference.
"""
import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
CHUNK = 4000
MOST_CAUSES = 30
# What one process may take for a chunk.
SECONDS = 60
ENVIRONMENT = dict(os.environ, PYTHONHASHSEED="0", TZ="UTC", PYTHONWARNINGS="ignore")


def make_program(work):
    """A folder with the compiled program, made once for a CPython and a state of the sources."""
    digest = hashlib.sha256(sys.version.encode())
    for name in sorted(os.listdir(HERE)):
        if name.endswith((".py", ".txt")) and name not in ("differential.py", "causes.txt"):
            with open(os.path.join(HERE, name), "rb") as file:
                digest.update(file.read())
    folder = os.path.join(work, "%d.%d-%s" % (sys.version_info[0], sys.version_info[1], digest.hexdigest()[:12]))
    if not os.path.exists(os.path.join(folder, "targets.pyc")):
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-I", "-W", "ignore", os.path.join(HERE, "plan.py"), folder], env=ENVIRONMENT, check=True)
    return folder


class Runner:
    """Runs calls in one of the two, and attributes to a call what ends a process."""

    def __init__(self, command, folder):
        self.command, self.folder = command, folder

    def process(self, seed, first, last, flush):
        """Lines by number of the calls first ..< last, as far as they came; and why they ended there, None at the end."""
        words = self.command + ["calls.pyc", str(seed), str(first), str(last)] + (["flush"] if flush else [])
        process = subprocess.Popen(
            words, cwd=self.folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            output, errors = process.communicate(timeout=SECONDS if not flush else SECONDS // 3)
            status = process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
            status = "hang"
        lines = {}
        for line in output.decode("utf-8", "surrogateescape").split("\n")[:-1]:
            number, tab, rest = line.partition("\t")
            if tab and number.isdigit() and rest.count("\t") == 2:
                lines[int(number)] = rest
        if status == 0:
            return lines, None
        reason = "hang" if status == "hang" else "crash (signal %d)" % -status if status < 0 else "ended with status %d: %s" % (
            status, errors.decode("utf-8", "replace").strip().split("\n")[-1][:200])
        return lines, reason

    def run(self, seed, first, last):
        """Lines by number; a call that ends a process has a line that says so."""
        lines = {}
        flush = False
        while first < last:
            found, reason = self.process(seed, first, last, flush)
            lines.update(found)
            if reason is None:
                break
            behind = max(found) + 1 if found else first
            if flush or behind == last:
                lines[behind] = "?\t?\t* " + reason
                behind += 1
            flush = not flush
            first = behind
        return lines


def compare_chunk(runners, seed, first, last):
    """Both processes' lines of a chunk, run at the same time."""
    results = [None, None]

    def work(place):
        results[place] = runners[place].run(seed, first, last)

    threads = [threading.Thread(target=work, args=(place,)) for place in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


class Causes:
    """Differences on purpose: lines `PATTERN  # REASON`; the pattern is searched in `VERSION | TARGET | CALL | CPYTHON | ADDER`."""

    def __init__(self):
        self.entries = []
        with open(os.path.join(HERE, "causes.txt"), encoding="utf-8") as file:
            for line in file:
                pattern, separator, reason = line.strip().partition("  # ")
                if separator:
                    self.entries.append([re.compile(pattern), reason, 0])

    def explain(self, text):
        for entry in self.entries:
            if entry[0].search(text):
                entry[2] += 1
                return True
        return False


def sort_of(theirs, ours):
    """What differs, as the key of a group."""
    if ours is None or ours.startswith("*"):
        return ours or "no line"
    if theirs[0] != ours[0]:
        return "%s instead of %s" % (brief(ours), brief(theirs))
    if theirs[0] == "!":
        return "%s instead of %s" % (brief(ours), brief(theirs))
    return "result" if theirs.split(" ; ")[0] != ours.split(" ; ")[0] else "effect"


def brief(came):
    """An outcome without what depends on the values."""
    if came.startswith("="):
        return "a result"
    if came.startswith("unavailable"):
        return came.split(": ", 1)[-1]
    return re.sub(r"'[^']*'|\d+", "_", came[2:].split(" | ")[0])[:110]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--adder", required=True, help="the executable")
    parser.add_argument("--seeds", nargs="+", type=int, default=[1])
    parser.add_argument("--calls", type=int, default=20000, help="calls of each seed")
    parser.add_argument("--first", type=int, default=0, help="number of the first call")
    parser.add_argument("--work", default=".build/differential", help="folder for the program")
    parser.add_argument("--top", type=int, default=40, help="groups to be shown")
    parser.add_argument("--examples", type=int, default=2, help="examples of each group")
    parser.add_argument("--only", default="", help="regular expression: show groups of these targets")
    parser.add_argument("--but", default="^$", help="regular expression: do not show groups of these targets or sorts")
    parser.add_argument("--all", help="file for all differences")
    parser.add_argument("--each", type=int, default=0, help="exit status 1 if a target has fewer calls than this")
    parser.add_argument("--most", type=float, default=0, help="exit status 0 up to this share of differing calls, in per cent, without a crash")
    options = parser.parse_args()
    folder = make_program(os.path.abspath(options.work))
    runners = [Runner([sys.executable, "-s", "-W", "ignore"], folder), Runner([os.path.abspath(options.adder), "run"], folder)]
    report = Report(options)
    for seed in options.seeds:
        for first in range(options.first, options.first + options.calls, CHUNK):
            last = min(first + CHUNK, options.first + options.calls)
            report.add(seed, first, last, *compare_chunk(runners, seed, first, last))
    return report.show()


class Report:
    def __init__(self, options):
        self.options, self.causes = options, Causes()
        self.groups, self.targets = {}, {}
        self.calls = self.same = self.explained = self.unknown = 0
        self.file = open(options.all, "w", encoding="utf-8", errors="surrogateescape") if options.all else None

    def add(self, seed, first, last, theirs, ours):
        for number in range(first, last):
            their_line, our_line = theirs.get(number), ours.get(number)
            if their_line is None or their_line.startswith("?\t"):
                self.unknown += 1
                print("not run by CPython: seed %d call %d: %s" % (seed, number, their_line), file=sys.stderr)
                continue
            self.calls += 1
            target, call, came = their_line.split("\t")
            self.targets[target] = self.targets.get(target, 0) + 1
            if their_line == our_line:
                self.same += 1
                continue
            our_call, our_came = our_line.split("\t")[1:] if our_line else ("?", None)
            if our_call not in ("?", "-", call):
                our_came = "? another call: %s %s" % (our_call, our_came)
            self.differ(seed, number, target, call, came, our_came)

    def differ(self, seed, number, target, call, theirs, ours):
        if self.causes.explain("%d.%d | %s | %s | %s | %s" % (sys.version_info[:2] + (target, call, theirs, ours))):
            self.explained += 1
            return
        text = "    %d/%d %s: %s\n      CPython %s\n      Adder   %s" % (seed, number, target, call, theirs, ours)
        if self.file:
            print(text, file=self.file)
        examples = self.groups.setdefault((target, sort_of(theirs, ours)), [])
        examples.append(text)

    def show(self):
        """Prints the most frequent groups; the exit status."""
        groups = sorted(
            (item for item in self.groups.items() if re.search(self.options.only, item[0][0]) and not re.search(self.options.but, ": ".join(item[0]))),
            key=lambda item: (-len(item[1]), item[0]))
        for (target, sort), examples in groups[:self.options.top]:
            print("%5d  %s: %s" % (len(examples), target, sort))
            for example in sorted(examples, key=len)[:self.options.examples]:
                print(example)
        differing = sum(map(len, self.groups.values()))
        counts = sorted(self.targets.values())
        print("Python %d.%d: %d calls of %d targets (each %d to %d times), %d equal, %d differ in %d groups, %d explained" % (
            sys.version_info[0], sys.version_info[1], self.calls, len(counts), counts[0] if counts else 0, counts[-1] if counts else 0,
            self.same, differing, len(self.groups), self.explained))
        few = sorted(target for target, count in self.targets.items() if count < self.options.each)
        if few:
            print("%d targets with fewer than %d calls: %s%s" % (len(few), self.options.each, ", ".join(few[:8]), ", ..." if len(few) > 8 else ""))
        for pattern, reason, uses in self.causes.entries:
            print("    %6d  %s" % (uses, reason))
        if len(self.causes.entries) > MOST_CAUSES:
            print("causes.txt has more than %d causes" % MOST_CAUSES)
            return 1
        crashes = sum(len(examples) for (target, sort), examples in self.groups.items() if sort.startswith("*"))
        return 1 if crashes or few or differing * 100 > self.calls * self.options.most else 0


if __name__ == "__main__":
    sys.exit(main())
