"""The library's package `encodings` on native codecs: incremental ones, readers, writers, files."""

import codecs
import os
import sys
import tempfile

TEXT = "a\u3042\u304b\u309a\uac02\u4e2d\u00e9\n\uff71~\\b\n"
for name in ("cp949", "euc_kr", "gb18030", "hz", "shift_jis_2004", "euc_jis_2004", "iso2022_jp_3", "iso2022_kr", "big5hkscs", "utf-7", "cp437", "koi8_t"):
    # Up to 3.10, CPython forgets that this one has codes for pairs of characters.
    text = TEXT.replace("\u309a", "") if name == "iso2022_jp_3" and sys.version_info < (3, 11) else TEXT
    info = codecs.lookup(name)
    print(info.name, info._is_text_encoding)
    data = text.encode(name, "replace")
    print(data, ascii(data.decode(name)))
    encoder = info.incrementalencoder("replace")
    parts = [encoder.encode(c) for c in text]
    print(parts, encoder.encode("", True))
    encoder.reset()
    decoder = info.incrementaldecoder("replace")
    print([ascii(decoder.decode(data[i : i + 1])) for i in range(len(data))], ascii(decoder.decode(b"", True)))
    print(decoder.errors)
    decoder.reset()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "text")
        with open(path, "w", encoding=name, errors="replace", newline="") as file:
            print(file.write(text), file.write("x"), file.encoding, file.errors)
        with open(path, "rb") as file:
            print(file.read())
        with open(path, encoding=name, newline="") as file:
            print(ascii(file.readline()))
            # A position does not hold the state of encodings that shift.
            position = 0 if name.startswith("iso") else file.tell()
            rest = file.read()
            file.seek(position)
            print(ascii(rest), file.read() == rest)
        with open(path, "rb") as binary:
            file = codecs.getreader(name)(binary)
            print(ascii(file.readline()), ascii(file.read()))
        with open(path, "wb") as binary:
            file = codecs.getwriter(name)(binary, "replace")
            file.write("\u3042a")
            file.writelines(["b", "\u3044"])
        with open(path, "rb") as file:
            print(file.read())
for name in ("rot13", "nope"):
    try:
        open(os.devnull, encoding=name)
    except LookupError as error:
        print(error)
