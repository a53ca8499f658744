"""Constructors and attributes of exceptions with arguments at the edges."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

for line in (1, 0, -5, 2**31, 2**62, 2**63 - 1, 2**63, -2**70, True, None, "7", 1.0):
    show("line %r" % (line,), lambda: str(SyntaxError("message", ("folder/file", line, 1, "text"))))
    show("line only %r" % (line,), lambda: str(SyntaxError("message", (None, line, 1, "text"))))


class Number(int): pass


for errno in (1, 2, True, False, Number(17), 2.0, 2**70, None, "2", 4, 10, 13):
    show("errno %r" % (errno,), lambda: type(OSError(errno, "text")).__name__)
    show("text %r" % (errno,), lambda: str(OSError(errno, "text", "file")))
for start in (0, 1, -1, 2**63 - 1, 2**63, -2**70, True, 1.0, "1", None):
    show("start %r" % (start,), lambda: UnicodeDecodeError("utf-8", b"ab", start, 1, "reason").args)
    show("translate %r" % (start,), lambda: UnicodeTranslateError("ab", start, 1, "reason").args)
for data in (b"ab", bytearray(b"ab"), memoryview(b"ab"), memoryview(b"abcd")[::2], "ab", 5, None):
    label = "view" if isinstance(data, memoryview) else data
    show("object %r" % (label,), lambda: UnicodeDecodeError("utf-8", data, 0, 1, "reason").object)
show("checked later", UnicodeDecodeError, "utf-8", 5, "x", 1, "reason")
show("checked last", UnicodeDecodeError, "utf-8", 5, 0, 1, "reason")
show("names first", UnicodeDecodeError, 5, 5, 0, 1, "reason")
error = UnicodeDecodeError("utf-8", b"abc", 1, 2, "reason")
for name in ("start", "end"):
    for value in (0, "x", 1.5, None, 2):
        show("%s = %r" % (name, value), setattr, error, name, value)
    show("del " + name, delattr, error, name)
show("then", lambda: str(error))
