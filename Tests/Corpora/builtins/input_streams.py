"""input() with streams of the program's own: prompts, ends of lines, what is flushed, audit events, failures."""
import io
import sys

real = sys.stdout


class Lines:
    def __init__(self, *lines):
        self.lines = list(lines)

    def readline(self):
        line = self.lines.pop(0)
        if isinstance(line, BaseException):
            raise line
        return line


class Sink:
    def __init__(self, name):
        self.name = name

    def write(self, text):
        print(self.name, "gets", repr(text), file=real)

    def flush(self):
        print(self.name, "is flushed", file=real)
        raise ValueError("never mind")


def attempt(*prompt):
    try:
        print(repr(input(*prompt)), file=real)
    except BaseException as error:
        print(type(error).__name__, error, file=real)


def hook(event, arguments):
    if event.startswith("builtins.input"):
        print(event, [value if isinstance(value, (str, int, type(None))) else type(value).__name__ for value in arguments], file=real)


class Wordless:
    def __str__(self):
        raise KeyError("no text")


sys.addaudithook(hook)
old = sys.stdin, sys.stdout, sys.stderr
sys.stdin = Lines("a\n", "b", "", "c\r\n", b"d\n", b"", 3, None, KeyboardInterrupt("stop"), EOFError("own"), "\n", "x\n")
sys.stdout, sys.stderr = Sink("stdout"), Sink("stderr")
attempt()
attempt("prompt")
attempt(1)
for _ in range(8):
    attempt()
attempt(Wordless())
attempt(1, 2)
sys.stdin = io.StringIO("first\nsecond")
for _ in range(3):
    attempt(">")
for name in "stdin", "stdout", "stderr":
    kept = getattr(sys, name)
    setattr(sys, name, None)
    attempt()
    delattr(sys, name)
    attempt()
    setattr(sys, name, kept)
sys.stdin, sys.stdout, sys.stderr = old
attempt()
