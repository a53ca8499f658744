# Audit hooks (PEP 578): events of the program's own, and some of the interpreter's.
import sys

log = []
refusing = False


def hook(event, args):
    if event.startswith("test."):
        log.append((event, args))
        if event == "test.refused":
            raise RuntimeError("refused")
    elif event in ("sys.settrace", "sys.setprofile", "sys._getframe", "sys._current_frames"):
        log.append(event)
    elif event == "sys.addaudithook" and refusing:
        raise RuntimeError("no more hooks")
    elif event == "import" and args[0] == "no_such_module_at_all":
        log.append((event, args[0]))


print(sys.audit("test.before", 1))
sys.addaudithook(hook)
print(sys.audit("test.one"), sys.audit("test.two", 1, "a", None))
try:
    sys.audit("test.refused", [])
except RuntimeError as error:
    print("raised", error)
print(log)
del log[:]
sys.settrace(None)
sys.setprofile(None)
sys._getframe()
sys._current_frames()
try:
    import no_such_module_at_all
except ImportError as error:
    print(type(error).__name__)
print(log)
del log[:]
second = []
sys.addaudithook(lambda event, args: second.append(event) if event.startswith("test.") else None)
sys.audit("test.both")
print(log, second)
refusing = True
sys.addaudithook(lambda event, args: print("never called"))
sys.audit("test.after")
print(second)
try:
    sys.addaudithook()
except TypeError as error:
    print(error)
