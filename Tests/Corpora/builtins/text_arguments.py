"""The encoding and errors arguments of str, bytes, bytearray, encode and decode."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

class Text(str): pass


class Other: pass


WRONG = ("utf-8\x00", "\ud800", "a\udc00b", "nothing", "", None, 5, b"ascii", Text("ascii"), Other(), [1], int)
for encoding in WRONG:
    label = encoding if not isinstance(encoding, Other) else "Other"
    show("encode %r" % (label,), "text".encode, encoding)
    show("decode %r" % (label,), b"text".decode, encoding)
    show("decode nothing %r" % (label,), b"".decode, encoding)
    show("str %r" % (label,), str, b"text", encoding)
    show("str of nothing %r" % (label,), str, b"", encoding)
    show("str of a view %r" % (label,), str, memoryview(b"xy"), encoding)
    show("Text %r" % (label,), Text, b"text", encoding)
    show("bytes %r" % (label,), bytes, "text", encoding)
    show("bytearray %r" % (label,), bytearray, "text", encoding)
for errors in ("strict", "a\x00", "\udfff", None, 5, Text("ignore"), Other()):
    label = errors if not isinstance(errors, Other) else "Other"
    show("errors of encode %r" % (label,), "t\xe9".encode, "ascii", errors)
    show("errors of decode %r" % (label,), b"t\xe9".decode, "ascii", errors)
    show("errors of str %r" % (label,), str, b"t\xe9", "ascii", errors)
    show("errors of bytes %r" % (label,), bytes, "t\xe9", "ascii", errors)
show("not bytes", str, 5, "utf-8")
show("not bytes, encoding checked first", str, 5, "\ud800")
show("a str", str, "a", "utf-8")
show("no object", str, encoding="utf-8")
show("no object, wrong encoding", str, encoding=5)
