"""Encodings of several bytes: what they make of characters and bytes, errors and their handlers, sources and streams in them."""

import binascii
import io
import sys

NAMES = """cp949 euc_kr johab cp932 shift_jis shift_jisx0213 shift_jis_2004 euc_jp euc_jisx0213 euc_jis_2004 gb2312 gbk gb18030 hz big5 big5hkscs cp950
iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr""".split()


def decoded(data, name, errors="strict"):
    try:
        return data.decode(name, errors)
    except UnicodeDecodeError as e:
        return "%s %d %d %s" % (e.encoding, e.start, e.end, e.reason)


def encoded(text, name, errors="strict"):
    try:
        return text.encode(name, errors)
    except UnicodeEncodeError as e:
        return ("%s %d %d %s" % (e.encoding, e.start, e.end, e.reason)).encode()


def everything(name):
    """A sum over many sequences of bytes, and one over many characters."""
    texts = [decoded(bytes((lead, trail)), name) for lead in range(0x80, 0x100) for trail in range(0x30, 0x100, 5)]
    texts += [decoded(bytes((lead, 0x41)), name) for lead in range(0x100)]
    data = [encoded(chr(point), name) for point in range(0x80, 0x30000, 11) if not 0xD800 <= point < 0xE000]
    return binascii.crc32("\n".join(texts).encode("utf-8", "surrogatepass")), binascii.crc32(b"\n".join(data))


for name in NAMES:
    print(name, *everything(name))

SAMPLE = "a\u3042\uac02\u4e2d\u00e9\U0001f600\uff71~\\\u304b\u309a!\n"
for name in NAMES:
    # Up to 3.10, CPython forgets that these two have codes for pairs of characters.
    forgets = name in ("iso2022_jp_2004", "iso2022_jp_3") and sys.version_info < (3, 11)
    for errors in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace"):
        print(name, errors, encoded(SAMPLE.replace("\u309a", "") if forgets else SAMPLE, name, errors))
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        print(name, errors, ascii(decoded(b"a\xb0\xa1\xff\x81\x30\x81\x30\x8f\xb0\xa1~{VP~}\x1b$B$\"\x1b(B\xb0", name, errors)))

# Shifts and long sequences.
for name, data in [
    ("euc_kr", b"\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xa2"), ("euc_kr", b"\xa4\xd4\xa4\xa1\xa4\xbf"), ("gb18030", b"\x90\x30\x81\x30\x84\x31\xa4\x39"),
    ("gb18030", b"\x81\x30\x81"), ("iso2022_kr", b"\x1b$)C\x0e0!\x0f0!"), ("iso2022_jp_2", b"\x1b.F\x1bNa\x1b$C0!"), ("iso2022_jp", b"\x1b$Z"),
    ("iso2022_jp_ext", b"\x1b(I1\x1b(Ba"), ("big5hkscs", b"\x88\x62\x88\x63"), ("euc_jis_2004", b"\xa4\xf7\x8f\xa1\xa1"), ("hz", b"~{VP~\n~}"),
    ("shift_jis_2004", b"\\~\x82\xf5"), ("utf-7", b"+AOk-a+AGEA-"), ("utf_7", b"+2D3eAA-"), ("utf7", b"a+AO!"), ("utf-7", b"\x80+"), ("utf-7", b"+!"),
]:
    print(name, data, ascii(decoded(data, name)), ascii(decoded(data, name, "replace")))
for text in ("a+b", "\u00e9t\u00e9-", "\U0001f600x", "~\\\n\x00", "\u4e2d\u6587.", ""):
    print(ascii(text), text.encode("utf-7"))

# One byte each, and other names.
for name in ("cp437", "iso8859-7", "mac_roman", "koi8_u", "tis-620", "cp037", "hp_roman8", "L9", "windows-1252", "EUC-KR", "sjis", "ms949", "Big5-HKSCS"):
    print(name, ascii(b"\xa1\xb1a".decode(name, "replace")), encoded("a\u00e9\u0e01\u03b1\u20ac\uac00", name, "replace"))
print(decoded(b"a\x81", "cp1252"), encoded("a\u3042", "cp437"), sep="\n")
try:
    b"a".decode("nope")
except LookupError as e:
    print(type(e).__name__, e)

# Sources.
for name, text in [
    ("cp949", b"\xb0\xa1"), ("shift_jis", b"\x95\\"), ("utf-7", b"+AOk-"), ("latin", b"\xe9"), ("cp437", b"\x82"), ("iso8859-7", b"\xe1"), ("hz", b"~{VP~}"),
    ("euc_jp", b"\xa4\xa2"), ("iso2022_jp", b"\x1b$B$\"\x1b(B"), ("koi8-r", b"\xc1"), ("utf", b"\xc3\xa9"), ("cp949", b"\xb0\xff"), ("iso8859-7", b"\xae"),
    ("ascii", b"\xe9"), ("utf7", b"+AO"), ("nope", b""),
]:
    names = {}
    try:
        exec(compile(b"# coding: " + name.encode() + b"\nx = '" + text + b"'\n", "source", "exec"), names)
        print(name, ascii(names["x"]))
    except SyntaxError as e:
        print(name, e.msg)

# Streams.
for name in ("cp949", "iso2022_jp", "cp437", "euc_jis_2004"):
    below = io.BytesIO()
    stream = io.TextIOWrapper(below, encoding=name, errors="replace", newline="\n")
    stream.write("a\u3042\u304b")
    stream.write("\u309a\u3044\nb\u4e2d\n")
    stream.flush()
    print(name, below.getvalue())
    for size in (1, 2, 3):
        again = io.TextIOWrapper(io.BytesIO(below.getvalue()), encoding=name, errors="replace", newline="\n")
        again._CHUNK_SIZE = size
        print(ascii(again.readline()), ascii(again.read(1)), ascii(again.read()), again.encoding)
