# Module warnings: filters, registries, what is shown how often.
import sys
import warnings


class Stream:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        pass


class Special(UserWarning):
    pass


def show(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "raised", type(error).__name__, error)


def give(text, category=UserWarning, level=1):
    warnings.warn(text, category, level)


def count(action, *calls):
    with warnings.catch_warnings(record=True) as log:
        warnings.resetwarnings()
        warnings.simplefilter(action)
        for text, category in calls * 2:
            give(text, category)
            warnings.warn(text, category)
    return [str(entry.message) for entry in log]


for action in ("always", "default", "module", "once", "ignore"):
    globals().pop("__warningregistry__", None)
    print(action, count(action, ("a", UserWarning), ("b", Special)))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    show("error", give, "as an error")
    show("error", give, Special("an instance"))
    warnings.simplefilter("ignore", Special)
    show("special", give, "s", Special)
    show("user", give, "u")
    warnings.simplefilter("default", append=True)
    print(warnings.filters[0][0:3:2], warnings.filters[-1][0], len(warnings.filters) >= 3)
    warnings.resetwarnings()
    print(warnings.filters)
    warnings.filterwarnings("error", category=DeprecationWarning)
    warnings.filterwarnings("ignore")
    print([(f[0], f[1], f[2].__name__, f[3], f[4]) for f in warnings.filters])
    warnings.simplefilter("once")
    warnings.simplefilter("ignore")
    warnings.simplefilter("once")
    print([f[0] for f in warnings.filters])

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("plain")
    warnings.warn(DeprecationWarning("instance"))
    warnings.warn_explicit("explicit", Special, "file.py", 77)
    give("caller", level=2)
    warnings.warn("far", stacklevel=50)
for entry in log:
    print(type(entry).__name__, entry.category.__name__, entry.message, entry.file, entry.line, entry.source, type(entry.message).__name__)
print(log[2], log[2].filename, log[2].lineno, log[3].lineno - log[0].lineno, log[4].lineno)

registry = {}
err, sys.stderr = sys.stderr, Stream()
with warnings.catch_warnings():
    warnings.simplefilter("default")
    for n in range(3):
        warnings.warn_explicit("text", UserWarning, "some/file.py", 5, "some.module", registry)
    warnings.warn_explicit("text", UserWarning, "some/file.py", 6, "some.module", registry)
    warnings.showwarning("shown", UserWarning, "f.py", 1)
    warnings.showwarning("shown", UserWarning, "f.py", 1, None, "  the line  ")
stream, sys.stderr = sys.stderr, err
print("".join(stream.parts), end="")
print(sorted(map(str, registry.values()))[-2:], len(registry))
stream.parts = []
warnings.showwarning("to a file", UserWarning, "f.py", 2, stream)
print(stream.parts, warnings.formatwarning("m", Special, "n.py", 3), warnings.formatwarning("m", Special, "n.py", 3, "code"))

show("category", warnings.warn, "a", 5)
show("category", warnings.warn, "a", int)
show("message", warnings.warn)
show("level", warnings.warn, "a", stacklevel="x")
show("explicit", warnings.warn_explicit, "a", UserWarning)
for call in (lambda: warnings.simplefilter("nothing"), lambda: warnings.simplefilter("error", lineno=-1), lambda: warnings.filterwarnings("nothing"),
             lambda: warnings.filterwarnings("error", 5), lambda: warnings.filterwarnings("error", "a", Warning, 5)):
    show("filter", call)
catcher = warnings.catch_warnings()
print(catcher, warnings.catch_warnings(record=True), warnings.catch_warnings(module=sys))
show("exit", catcher.__exit__)
catcher.__enter__()
show("twice", catcher.__enter__)
catcher.__exit__()


def replaced(message, category, filename, lineno, file=None, line=None):
    print("replaced:", message, category.__name__, file, line)


with warnings.catch_warnings():
    warnings.simplefilter("always")
    warnings.showwarning = replaced
    warnings.warn("by my function")
print(warnings.showwarning is replaced, warnings.showwarning is warnings._showwarning_orig)
