# Generators, exceptions, and their attributes.
def show(name, function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as e:
        result = "%s: %s" % (type(e).__name__, e)
    print(name, result)


def returning():
    try:
        yield 1
    finally:
        return 5


generator = returning()
next(generator)
show("close", generator.close)
generator = returning()
next(generator)
show("suspended", lambda: generator.gi_suspended)
show("throw an int", generator.throw, 1)
show("throw nothing", returning().throw)

show("NameError", lambda: undefined)
try:
    undefined
except NameError as e:
    show("its name", lambda: e.name)
try:
    (1).foo
except AttributeError as e:
    show("its name", lambda: (e.name, e.obj))
show("a note", lambda: ValueError().add_note("a"))
show("no note", lambda: ValueError().add_note(1))
show("group", lambda: ExceptionGroup("g", [ValueError(1)]))
show("name of a note", lambda: BaseExceptionGroup.__name__)
show("details", lambda: SyntaxError("a", ("f", 1, 2, "t", 3, 4)).end_lineno)
show("few details", lambda: SyntaxError("a", ("f", 1, 2)))
for name in ("ExceptionGroup", "EncodingWarning", "PythonFinalizationError", "aiter", "anext", "WindowsError"):
    print(name, name in dir(__builtins__))
