# io.StringIO: newline modes.
import io

text = "a\r\nb\rc\n\r\n\rd\n\n"
for newline in (None, "", "\n", "\r", "\r\n"):
    print(ascii(newline))
    s = io.StringIO(text, newline=newline)
    print("  value", ascii(s.getvalue()), s.newlines)
    print("  lines", ascii(s.readlines()))
    s.seek(0)
    print("  iterated", ascii(list(s)))
    s.seek(0)
    print("  read", ascii(s.read(4)), ascii(s.readline()), ascii(s.readline(1)), ascii(s.read()))
    s = io.StringIO(newline=newline)
    counts = [s.write(piece) for piece in ("x\r", "\ny", "\n", "\r\n", "z")]
    print("  written", counts, ascii(s.getvalue()), s.newlines, s.tell())
    s.seek(1)
    s.write("\n")
    print("  over", ascii(s.getvalue()))
    print("  state", ascii(s.__getstate__()))
for sample in ("", "x", "x\n", "x\r", "x\r\n", "x\ry\n", "\r\n\n", "\r\r\n\n"):
    for newline in (None, ""):
        s = io.StringIO(sample, newline=newline)
        print(ascii(sample), ascii(newline), s.newlines, ascii(s.readlines()), s.newlines)
wide = "é\r\n日\r😀\n\r"
for newline in (None, "", "\n", "\r", "\r\n"):
    s = io.StringIO(wide, newline)
    print(ascii(newline), ascii([line for line in s]), ascii(s.getvalue()), s.newlines)
