#!/usr/bin/env python3
"""Writes Sources/Builtins/Text/UnicodeTables.swift from the Unicode data of the Python that runs this (3.13 has Unicode 15.1).

    python3.13 Tests/Support/make_unicode_tables.py > Sources/Builtins/Text/UnicodeTables.swift
"""
import sys
import unicodedata

POINTS = [chr(c) for c in range(0x110000)]


def is_case_ignorable(c):
    # The lower case of a capital sigma depends on what follows, case-ignorable characters skipped.
    return ("A\u03a3" + c + "A").lower()[1] == "\u03c3" and ("A\u03a3" + c).lower()[1] == "\u03c2"


def is_title(c):
    return unicodedata.category(c) == "Lt"


BITS = [
    ("alpha", str.isalpha), ("decimal", str.isdecimal), ("digit", str.isdigit), ("numeric", str.isnumeric),
    ("lower", str.islower), ("upper", lambda c: c.isupper() and not is_title(c)), ("title", is_title),
    ("identifierStart", str.isidentifier), ("identifierContinue", lambda c: ("a" + c).isidentifier()),
    ("caseIgnorable", is_case_ignorable), ("space", str.isspace),
]


def property_ranges():
    ranges = []
    last = None
    for c in POINTS:
        bits = sum(1 << i for i, (_, test) in enumerate(BITS) if test(c))
        if bits != last:
            ranges.append(ord(c) << 11 | bits)
            last = bits
    return ranges


def mapping_tables(convert):
    """Runs of code points that map to one code point at the same distance, and the code points that map to several."""
    runs, several = [], []
    for c in POINTS:
        to = convert(c)
        if to == c:
            continue
        if len(to) > 1:
            several += [ord(c)] + [ord(x) for x in to] + [0] * (3 - len(to))
            continue
        cp, delta = ord(c), ord(to) - ord(c)
        if runs:
            run = runs[-1]
            step = cp - run["last"]
            if run["delta"] == delta and step in (1, 2) and (run["count"] == 1 or run["step"] == step):
                run.update(last=cp, count=run["count"] + 1, step=step)
                continue
        runs.append(dict(start=cp, last=cp, count=1, step=1, delta=delta))
    flat = []
    for run in runs:
        flat += [run["start"], run["count"] << 1 | (run["step"] - 1), run["delta"]]
    return flat, several


def emit(name, kind, doc, numbers):
    print(f"  /// {doc}")
    print(f"  static let {name}: [{kind}] = [")
    line = "   "
    for number in numbers:
        text = f" {number},"
        if len(line) + len(text) > 148:
            print(line)
            line = "   "
        line += text
    print(line)
    print("  ]")


print(f"""// Made by Tests/Support/make_unicode_tables.py from the Unicode {unicodedata.unidata_version} data of CPython {sys.version_info[0]}.{sys.version_info[1]}. Do not edit.

/// Facts about code points, as sorted runs. `UnicodeData` reads them.
enum UnicodeTables {{""")
emit("properties", "UInt32", "First code point of a run << 11 | bits of `UnicodeData.Properties`.", property_ranges())
for name, convert in [("lower", str.lower), ("upper", str.upper), ("title", str.title), ("fold", str.casefold)]:
    runs, several = mapping_tables(convert)
    emit(name, "Int32", "First code point, count << 1 | (1 if every second one), distance; three numbers for each run.", runs)
    emit(name + "Several", "UInt32", "A code point and the two or three it maps to (0 = none); four numbers each.", several)
print("}")
