# displayhook, excepthook, unraisablehook, breakpointhook: the standard ones and replaced ones.
import builtins
import sys


class Stream:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        pass

    def take(self):
        text = "".join(self.parts)
        del self.parts[:]
        return text


def show(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "raised", type(error).__name__, error)


err = Stream()
standard = sys.stderr
print(sys.displayhook is sys.__displayhook__, sys.excepthook is sys.__excepthook__, sys.unraisablehook is sys.__unraisablehook__,
      sys.breakpointhook is sys.__breakpointhook__)
sys.displayhook(None)
print(hasattr(builtins, "_"))
sys.displayhook([1, "two"])
print(builtins._)
del builtins._

sys.stderr = err
try:
    {}["key"]
except KeyError:
    sys.excepthook(*sys.exc_info())
sys.stderr = standard
text = err.take()
print(text.splitlines()[0], text.splitlines()[-1])
sys.stderr = None
sys.excepthook(ValueError, ValueError("unseen"), None)
sys.stderr = err
sys.excepthook(ValueError, ValueError("seen"), None)
sys.stderr = standard
print(repr(err.take()))


class Faulty:
    def __del__(self):
        raise ValueError("deleted")


def collect():
    import gc

    def make():
        faulty = Faulty()
        faulty.me = faulty
    make()
    gc.collect()


sys.stderr = err
collect()
sys.stderr = standard
lines = err.take().splitlines()
print(lines[0].startswith("Exception ignored "), "Faulty.__del__" in lines[0], lines[1], lines[-1])
seen = []
sys.unraisablehook = seen.append
collect()
info = seen.pop()
print(type(info).__name__, info.exc_type, info.exc_value, info.exc_traceback is not None, type(info).__module__)
print(info.err_msg is None or "ignored" in info.err_msg, [name for name in dir(info) if name in ("exc_type", "exc_value", "exc_traceback", "err_msg", "object")])


def bad(info):
    raise RuntimeError("bad hook")


sys.unraisablehook = bad
sys.stderr = err
collect()
sys.stderr = standard
text = err.take()
print("sys.unraisablehook" in text, "RuntimeError: bad hook" in text)
sys.unraisablehook = sys.__unraisablehook__
show("argument", sys.unraisablehook, 5)

calls = []
sys.breakpointhook = lambda *args, **kwargs: calls.append((args, kwargs)) or "stopped"
print(breakpoint(), breakpoint(1, k=2), calls)
del sys.breakpointhook
show("breakpoint", breakpoint)
sys.breakpointhook = sys.__breakpointhook__
