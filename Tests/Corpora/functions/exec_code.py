"""eval and exec of code objects: namespaces, closures, and what is refused."""
import sys


def show(label, action, *args, **kwargs):
    try:
        print(label, repr(action(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


def free(value):
    def inner():
        return value
    return inner


def assigns():
    global made, counter
    made = seen * 2
    counter = counter + 1


class Upper:
    """A mapping that makes values of names."""

    def __init__(self):
        self.stored = {}

    def __getitem__(self, key):
        if key in self.stored:
            return self.stored[key]
        if key.startswith("_"):
            raise KeyError(key)
        return key.upper()

    def __setitem__(self, key, value):
        self.stored[key] = value


class Keyed(dict):
    def __missing__(self, key):
        return "missing " + key


def namespaces():
    space = {"seen": 21, "counter": 5}
    print(exec(assigns.__code__, space), sorted(space), space["made"], space["counter"])
    print(type(space["__builtins__"]).__name__, "len" in space["__builtins__"])
    outer = {"__builtins__": {"len": lambda x: "own len"}}
    show("own builtins", lambda: eval((lambda: len([])).__code__, outer))
    show("no builtins", lambda: eval((lambda: print).__code__, {"__builtins__": {}}))
    show("missing name", lambda: eval((lambda: nowhere).__code__, {}))
    show("subclass of dict", lambda: eval((lambda: 1).__code__, Keyed()))
    show("global of a subclass", lambda: eval((lambda: absent).__code__, Keyed()))


def results():
    show("value", eval, (lambda: 6 * 7).__code__)
    show("exec gives None", exec, (lambda: 6 * 7).__code__)
    show("variadic", eval, (lambda *args, **keywords: (args, keywords)).__code__)
    show("needs an argument", eval, (lambda wanted: wanted).__code__)
    show("keyword only", eval, (lambda *, only: only).__code__)
    show("raises", eval, (lambda: 1 // 0).__code__)
    items = eval((lambda: [(yield 1), (yield 2)]).__code__)
    print(type(items).__name__, next(items), items.send("a"))
    show("generator ends", items.send, "b")


def refused():
    for value in (1, None, 1.5, [], (), {}, object, lambda: 1):
        show("eval", eval, value)
        show("exec", exec, value)
    code = (lambda: 1).__code__
    show("globals list", eval, code, [])
    show("globals int", eval, code, 3)
    show("globals mapping", eval, code, Upper())
    show("locals int", eval, code, {}, 3)
    show("exec globals list", exec, code, [])
    show("exec globals mapping", exec, code, Upper())
    show("exec locals int", exec, code, {}, 3)
    show("locals mapping", eval, code, {}, Upper())
    show("locals list", eval, code, {}, [])
    show("no arguments", eval)
    show("no arguments of exec", exec)
    show("four", eval, code, {}, {}, {})
    show("four of exec", exec, code, {}, {}, {})


def closures():
    cell = free("kept").__closure__
    code = free(None).__code__
    show("free in eval", eval, code)
    show("free in exec", exec, code)
    if sys.version_info >= (3, 11):
        show("closure", exec, code, closure=cell)
        show("too many", exec, code, closure=cell * 2)
        show("no tuple", exec, code, closure=list(cell))
        show("no cells", exec, code, closure=(1,))
        show("not wanted", exec, (lambda: 1).__code__, closure=cell)
        show("of a source", exec, "1", closure=cell)
    if sys.version_info >= (3, 13):
        show("by name", eval, (lambda: given).__code__, globals={"given": 3}, locals={})
    show("unknown keyword", eval, code, other=1)
    show("unknown keyword of exec", exec, code, other=1)


def reaches_callers():
    local = "seen by locals"
    show("globals of the caller", eval, (lambda: show.__name__).__code__)
    print(local)


def compile_arguments():
    for args in ((), ("1",), ("1", "f"), (1, "f", "exec"), (None, "f", "eval"), ("1", 3, "eval"), ("1", "a\0b", "eval"), ("1", "f", 3),
                 ("1", "f", "ev\0al"), ("1", "f", "what"), ("1", "f", "func_type"), ("1", "f", "eval", 1), ("1", "f", "eval", "a"),
                 ("1", "f", "eval", 0, False, 5), ("1", "f", "eval", 0, False, -2), ("1", "f", "eval", 0, False, -1, 7),
                 ("1\0", "f", "eval"), (b"1\0", "f", "exec"), ("'\ud800'", "f", "eval"), (memoryview(b"1+1")[::2], "f", "eval")):
        show("compile", compile, *args)
    for flag in (0x20, 0x40, 0x80, 0x10000, 0x2000000, 1 << 31, 1 << 40, -1):
        show(hex(flag), compile, "1", "f", "eval", flag)


for part in (namespaces, results, refused, closures, reaches_callers, compile_arguments):
    print("--", part.__name__)
    part()
