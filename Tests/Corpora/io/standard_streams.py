# sys.stdin, sys.stdout and sys.stderr are text streams over buffers over files.
import io
import sys

for name in ("stdin", "stdout", "stderr"):
    s = getattr(sys, name)
    print(s, s.name, s.mode, s.encoding, s.newlines, s.closed, s.fileno(), s.readable(), s.writable(), s.isatty(), s is getattr(sys, "__%s__" % name))
    print(" ", type(s).__name__, type(s.buffer).__name__, type(s.buffer.raw).__name__, s.buffer, s.buffer.raw, vars(s), vars(s.buffer), vars(s.buffer.raw))
    print(" ", s.buffer.raw.closefd, s.buffer.raw.mode, s.buffer.fileno(), s.buffer.readable(), s.buffer.writable(), s.buffer is s.buffer, s.write_through)
    print(" ", isinstance(s, io.TextIOBase), isinstance(s.buffer, io.BufferedIOBase), isinstance(s.buffer.raw, io.RawIOBase))
print(repr(sys.stdin.read()), repr(sys.stdin.readline()), sys.stdin.readlines(), list(sys.stdin), repr(sys.stdin.read(5)), sys.stdin.buffer.read(), sys.stderr.errors)


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


attempt(sys.stdin.write, "x")
attempt(sys.stdout.read)
attempt(sys.stdout.buffer.read)
attempt(sys.stdout.write, b"x")
attempt(sys.stdout.buffer.write, "x")
attempt(input)
sys.stdout.flush()

print("order of text and bytes")
sys.stdout.flush()
print(sys.stdout.buffer.write(b"bytes\n"), sys.stdout.write("text\n"), sys.stdout.writelines(["a\n", "b\n"]))
sys.stdout.flush()
sys.stdout.buffer.write(b"more bytes\n")
sys.stdout.buffer.flush()
print("end of bytes", flush=True)

print("replaced")
captured = io.StringIO()
saved, sys.stdout = sys.stdout, captured
try:
    print("captured", 1, sep="-", end="!\n")
    sys.stdout.write("too\n")
finally:
    sys.stdout = saved
print(ascii(captured.getvalue()))
b = io.BytesIO()
sys.stdout = io.TextIOWrapper(b, "utf-16-le", write_through=True)
try:
    print("é")
finally:
    wrapped, sys.stdout = sys.stdout, saved
print(b.getvalue())
wrapped.detach()


class Collect:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("FLUSH")


c = Collect()
print("x", "y", file=c)
print("z", file=c, flush=True)
print(c.parts)
for target in (io.StringIO(), io.TextIOWrapper(io.BytesIO(), "ascii")):
    print("to", target.__class__.__name__, file=target)
    target.seek(0)
    print(ascii(target.read()))
attempt(lambda: print("x", file=io.BytesIO()))
attempt(lambda: print("x", file=5))
closed = io.StringIO()
closed.close()
attempt(lambda: print("x", file=closed))
sys.stderr.write("on stderr: é\n")
print("also there", file=sys.stderr)
sys.stdout.reconfigure(errors="backslashreplace")
print("\ud800", sys.stdout.errors)
sys.stdout.reconfigure(newline="\r\n")
print("two", "lines", sep="\n")
sys.stdout.reconfigure(newline="\n", line_buffering=True)
print(sys.stdout.line_buffering)
sys.stdout.reconfigure(line_buffering=False, encoding="ascii")
attempt(sys.stdout.write, "é")
sys.stdout.reconfigure(encoding="utf-8", errors="strict")
print(" é")
