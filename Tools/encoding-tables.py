#!/usr/bin/env python3
"""Writes Sources/Encodings/Tables: what the bytes of character sets stand for, asked of the CPython that runs this (the tables of all versions are the same).

    python3 Tools/encoding-tables.py

A table is a text of words, `CODE CONTENT` in turn: CONTENT is the characters of consecutive codes (U+FFFD: none), or `+HEX*COUNT`, consecutive characters from
HEX on, or `-COUNT`, codes without a character. Many tables only say how they differ from one that Sources/Encodings derives from another.
"""
import encodings.aliases, importlib, os, pkgutil, sys, unicodedata

FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Sources", "Encodings", "Tables")
WIDTH = 110

# MARK: asking

def decoded(data, codec):
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None

def double(codec):
    """{code: text} of the sequences of two bytes, and of the single bytes that are not ASCII."""
    table, singles = {}, {}
    for lead in range(0x100):
        text = decoded(bytes([lead]), codec)
        if lead < 0x80 and text == chr(lead):
            continue
        if text is not None:
            singles[lead] = text
            continue
        for trail in range(0x30, 0x100):
            text = decoded(bytes([lead, trail]), codec)
            if text is None or len(text) == 2 and trail < 0x80 and text[1] == chr(trail):
                continue
            table[lead << 8 | trail] = text
    return table, singles

def triple(codec):
    """{code: text} of the sequences of three bytes, without the first one, 0x8F."""
    table = {}
    for lead in range(0xA1, 0xFF):
        for trail in range(0xA1, 0xFF):
            text = decoded(bytes([0x8F, lead, trail]), codec)
            if text is not None:
                table[lead << 8 | trail] = text
    return table

# MARK: deriving, as Sources/Encodings does

def high(table):
    return {code: text for code, text in table.items() if code >> 8 >= 0xA1 and code & 0xFF >= 0xA1}

SECOND_PLANE = [1, 8, 3, 4, 5, 12, 13, 14, 15] + list(range(78, 95))

def shifted(first, second):
    """Shift_JIS of the planes of EUC."""
    table = {}
    for lead in list(range(0x81, 0xA0)) + list(range(0xE0, 0xFD)):
        for trail in list(range(0x40, 0x7F)) + list(range(0x80, 0xFD)):
            row = 2 * (lead - 0x81 if lead < 0xA0 else lead - 0xC1)
            column = trail - 0x40 if trail < 0x7F else trail - 0x41
            row, column = row + column // 94, column % 94
            if row < 94:
                text = first.get((0xA1 + row) << 8 | 0xA1 + column)
            else:
                text = second.get((0xA0 + SECOND_PLANE[row - 94]) << 8 | 0xA1 + column)
            if text is not None:
                table[lead << 8 | trail] = text
    return table

# MARK: writing

def written(text):
    out = ""
    for c in text:
        if c in '"\\' or ord(c) < 0x80 or c == "\ufffd" or unicodedata.category(c)[0] not in "LNPS" and c != "\u3000" or ord(c) >= 0xE000 and ord(c) < 0xF900 or unicodedata.bidirectional(c) in ("R", "AL") or unicodedata.normalize("NFC", c) != c:
            out += c if c == "\ufffd" else "\\u{%X}" % ord(c)
        else:
            out += c
    return out

def lines(table):
    """The lines of {code: character or None for none}."""
    codes = sorted(table)
    result, i = [], 0
    while i < len(codes):
        j = i + 1
        value = table[codes[i]]
        while j < len(codes) and codes[j] == codes[j - 1] + 1 and (
            table[codes[j]] is None if value is None else table[codes[j]] is not None and ord(table[codes[j]]) == ord(value) + j - i):
            j += 1
        if value is None or j - i > 3 or ord(value) < 0x80:
            result.append("%X %s" % (codes[i], "-%d" % (j - i) if value is None else "+%X*%d" % (ord(value), j - i)))
            i = j
            continue
        text, j = value, i + 1
        while j < len(codes) and codes[j] - codes[j - 1] < 4 and len(text) < 96:
            if table[codes[j]] is None or ord(table[codes[j]]) < 0x80 or codes[j] >> 8 != codes[i] >> 8:
                break
            run = [table.get(codes[j] + k) for k in range(6)]
            if all(c is not None for c in run) and all(ord(c) == ord(run[0]) + k for k, c in enumerate(run)):
                break
            gap = codes[j] - codes[j - 1] - 1
            # What is not said is as in the table before: only what has no character there may be skipped.
            if gap and any(codes[j] - k - 1 in PRESENT for k in range(gap)):
                break
            text += "\ufffd" * gap + table[codes[j]]
            j += 1
        result.append("%X %s" % (codes[i], written(text)))
        i = j
    return result

PRESENT = set()

def difference(table, base):
    """What turns `base` into `table`."""
    global PRESENT
    PRESENT = set(base) | set(table)
    changed = {}
    for code in sorted(set(table) | set(base)):
        if table.get(code) != base.get(code):
            changed[code] = table.get(code)
    return lines(changed)

def texts(name, doc, rows):
    return ['  /// %s' % doc, '  static let %s: StaticString = """' % name] + ["    " + row for row in rows] + ['    """']

def wrapped(words):
    rows, row = [], ""
    for word in words:
        if row and len(row) + len(word) + 1 > WIDTH:
            rows.append(row + " \\")
            row = ""
        row += (" " if row else "") + word
    return rows + [row] if row else rows

def file(name, doc, parts):
    head = ["// Generated by Tools/encoding-tables.py.", "", "/// %s" % doc, "enum %s {" % name]
    # No file is longer than others may be: a table goes on in the next one.
    body = head + [line for part in parts for line in part] + ["}", ""]
    with open(os.path.join(FOLDER, name + ".swift"), "w") as f:
        f.write("\n".join(body))
    print(name, len(body), "lines")

def part(name, doc, base, table):
    """The Swift text of a table that differs from `base`."""
    return texts(name, doc, wrapped(difference(table, base)))

def exceptions(codec, inverse):
    """What is encoded otherwise than the tables say: `CHARACTER=BYTES`, or `CHARACTER=` if it cannot be encoded."""
    words = []
    for point in range(0x80, 0x110000):
        try:
            data = chr(point).encode(codec)
        except UnicodeEncodeError:
            data = b""
        if codec == "gb18030" and len(data) == 4:
            data = b"" if chr(point) not in inverse else data
        if codec == "euc_kr" and len(data) == 8:
            data = b""
        if inverse.get(chr(point), b"") != data:
            words.append("%X=%s" % (point, data.hex().upper()))
    return words

# MARK: sets of several bytes

def main():
    os.makedirs(FOLDER, exist_ok=True)
    tables = {name: double(name) for name in (
        "cp949 euc_kr johab cp932 shift_jis shift_jisx0213 shift_jis_2004 euc_jp euc_jisx0213 euc_jis_2004 gb2312 gbk gb18030 big5 big5hkscs cp950").split()}
    threes = {name: triple(name) for name in ("euc_jp", "euc_jisx0213", "euc_jis_2004")}
    pairs = {}
    for name, (table, _) in tables.items():
        found = {code: text for code, text in table.items() if len(text) == 2}
        if found:
            pairs[name] = found
        for code in found:
            del table[code]
    two = {name: table for name, (table, _) in tables.items()}
    empty = {}
    for name, title, parts in [
        ("KoreanTables", "Korea", [("cp949", empty), ("euc_kr", high(two["cp949"])), ("johab", empty)]),
        ("ChineseTables", "mainland China", [("gb18030", empty), ("gbk", two["gb18030"]), ("gb2312", high(two["gbk"]))]),
        ("TaiwaneseTables", "Taiwan and Hong Kong", [("big5", empty), ("cp950", two["big5"]), ("big5hkscs", two["big5"])]),
        ("JapaneseTables", "Japan", [
            ("euc_jp", empty), ("euc_jis_2004", two["euc_jp"]), ("euc_jisx0213", two["euc_jis_2004"]), ("shift_jis", shifted(two["euc_jp"], empty)),
            ("cp932", two["shift_jis"]), ("shift_jis_2004", shifted(two["euc_jis_2004"], threes["euc_jis_2004"])),
            ("shift_jisx0213", two["shift_jis_2004"])])]:
        made = [part(camel(codec), "Two bytes of %s." % codec, base, two[codec]) for codec, base in parts]
        if name == "JapaneseTables":
            made.append(part("eucJpThree", "Two bytes behind 0x8F of euc_jp.", empty, threes["euc_jp"]))
            made.append(part("eucJis2004Three", "Two bytes behind 0x8F of euc_jis_2004.", threes["euc_jp"], threes["euc_jis_2004"]))
            made.append(part("eucJisx0213Three", "Two bytes behind 0x8F of euc_jisx0213.", threes["euc_jis_2004"], threes["euc_jisx0213"]))
        if name == "ChineseTables":
            made.append(texts("gb18030Four", "Four bytes of gb18030, by their number from 81308130 on.", wrapped(lines(fours()))))
        file(name, "Character sets of %s." % title, made)
    rows = []
    for name, (table, singles) in tables.items():
        inverse = {}
        for byte, text in singles.items():
            inverse.setdefault(text, bytes([byte]))
        for code in sorted(table):
            inverse.setdefault(table[code], bytes([code >> 8, code & 0xFF]))
        # What JIS X 0213 has goes before what only JIS X 0212 has.
        for code in sorted(threes.get(name, {}), key=lambda code: (((code >> 8) - 0xA0) not in SECOND_PLANE, code)):
            inverse.setdefault(threes[name][code], bytes([0x8F, code >> 8, code & 0xFF]))
        rows.append(texts(camel(name) + "Encoding", "What is encoded otherwise than decoded in %s." % name, wrapped(exceptions(name, inverse))))
        words = ["%X=%s" % (byte, "%X" % ord(text)) for byte, text in sorted(singles.items())]
        if words:
            rows.append(texts(camel(name) + "Singles", "Single bytes of %s." % name, wrapped(words)))
        if name in pairs:
            words = ["%X=%X+%X" % (code, ord(text[0]), ord(text[1])) for code, text in sorted(pairs[name].items())]
            rows.append(texts(camel(name) + "Pairs", "Codes of two characters in %s." % name, wrapped(words)))
    file("EncodingExceptions", "What the tables of bytes do not say.", rows)
    pages()

def camel(name):
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)

def fours():
    table = {}
    for number in range(39420):
        rest, d = divmod(number, 10)
        rest, c = divmod(rest, 126)
        a, b = divmod(rest, 10)
        text = decoded(bytes([0x81 + a, 0x30 + b, 0x81 + c, 0x30 + d]), "gb18030")
        if text is not None:
            table[number] = text
    return table

# MARK: single bytes

def pages():
    parts, entries, words = [], [], []
    for module in sorted(m.name for m in pkgutil.iter_modules(encodings.__path__)):
        if module in ("mbcs", "oem", "ascii", "latin_1", "aliases", "undefined"):
            continue
        made = importlib.import_module("encodings." + module)
        if not hasattr(made, "decoding_table") and not hasattr(made, "decoding_map"):
            continue
        if module == "charmap":
            continue
        text = "".join(decoded(bytes([byte]), module) or "\ufffd" for byte in range(256))
        isASCII = text[:128] == "".join(map(chr, range(128)))
        shown = text[128:] if isASCII else text
        rows = [written(shown[k:k + 32]) + ("\\" if k + 32 < len(shown) else "") for k in range(0, len(shown), 32)]
        parts.append(texts(camel(module), "Bytes %s of %s." % ("from 128 on" if isASCII else "", module), rows))
        entries.append(module)
        inverse = {}
        for byte in range(256):
            if text[byte] != "\ufffd":
                inverse.setdefault(text[byte], bytes([byte]))
        for point in range(0x110000):
            try:
                data = chr(point).encode(module)
            except UnicodeEncodeError:
                data = b""
            if data != inverse.get(chr(point), b""):
                print("encoded otherwise:", module, hex(point), data, inverse.get(chr(point), b""))
    half = (len(parts) + 1) // 2
    file("CodePages", "Encodings of one byte for each character.", parts[:half])
    file("MoreCodePages", "Encodings of one byte for each character.", parts[half:])
    table = ["  static let all: [(name: StaticString, table: StaticString)] = ["]
    for k, module in enumerate(entries):
        table.append('    ("%s", %s.%s),' % (module, "CodePages" if k < half else "MoreCodePages", camel(module)))
    known = {alias: name for alias, name in encodings.aliases.aliases.items() if not name.endswith("_codec") and name not in ("mbcs", "tactis")}
    rows = wrapped(["%s=%s" % pair for pair in sorted(known.items(), key=lambda pair: (pair[1], pair[0]))])
    file("CodePageNames", "The names of encodings.", [table + ["  ]"], texts("aliases", "Other names, `ALIAS=NAME` (CPython: Lib/encodings/aliases.py).", rows)])

main()
