# io.IncrementalNewlineDecoder
import io


def attempt(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


pieces = ["a\r", "\nb", "\r", "", "\r", "c\n", "\r\n", "x\r"]
for translate in (True, False):
    d = io.IncrementalNewlineDecoder(None, translate)
    print(translate, d.newlines, d.getstate())
    for piece in pieces:
        print("  ", ascii(piece), ascii(d.decode(piece)), d.newlines, d.getstate())
    print("  ", ascii(d.decode("", final=True)), d.newlines, d.getstate())
    d.reset()
    print("  ", d.newlines, d.getstate(), ascii(d.decode("q\r", True)), d.newlines)


class Decoder:
    def __init__(self):
        self.held = b""

    def decode(self, data, final=False):
        data = self.held + data
        cut = len(data) if final else len(data) // 2 * 2
        self.held = data[cut:]
        return data[:cut].decode("ascii")

    def getstate(self):
        return self.held, len(self.held)

    def setstate(self, state):
        print("   setstate", state)
        self.held = state[0]

    def reset(self):
        print("   reset")
        self.held = b""


d = io.IncrementalNewlineDecoder(Decoder(), True)
for piece in (b"abc", b"\r", b"\n\r\n", b"\rxyz\r"):
    print(piece, ascii(d.decode(piece)), d.getstate(), d.newlines)
state = d.getstate()
print(ascii(d.decode(b"", True)), d.getstate())
d.setstate(state)
print(ascii(d.decode(b"\n", True)))
d.reset()
print(d.getstate())
d.setstate((b"q", 7))
print(d.getstate())

print("errors")
attempt(io.IncrementalNewlineDecoder)
attempt(io.IncrementalNewlineDecoder, None)
attempt(io.IncrementalNewlineDecoder(None, True).decode, b"bytes")
attempt(io.IncrementalNewlineDecoder(None, True).decode, 5)
attempt(io.IncrementalNewlineDecoder(5, True).decode, "x")
attempt(io.IncrementalNewlineDecoder(None, True).setstate, 5)
attempt(io.IncrementalNewlineDecoder(None, True).setstate, (b"",))


class Bad(Decoder):
    def decode(self, data, final=False):
        return data

    def getstate(self):
        return [b"", 0]


attempt(io.IncrementalNewlineDecoder(Bad(), True).decode, b"x")
attempt(io.IncrementalNewlineDecoder(Bad(), True).getstate)
attempt(io.IncrementalNewlineDecoder(None, True, errors="whatever").decode, "fine\r\n")
