# Exception groups and notes: attributes, splitting, and what their constructors refuse.
# versions: 3.11-
def show(action):
    try:
        print(repr(action()))
    except BaseException as error:
        print(type(error).__name__, error)


group = ExceptionGroup("m", [ValueError(1), ExceptionGroup("n", [TypeError(2), KeyError(3)])])
for action in (
    lambda: ExceptionGroup(1), lambda: ExceptionGroup(1, [1]), lambda: ExceptionGroup("m", 1), lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", [1]),
    lambda: ExceptionGroup("m", [KeyboardInterrupt()]), lambda: BaseExceptionGroup("m", [ValueError()]), lambda: str(group), lambda: group.message, lambda: group.exceptions,
    lambda: group.split(TypeError), lambda: group.subgroup((KeyError, ValueError)), lambda: group.subgroup(lambda e: isinstance(e, KeyError)), lambda: group.split(3), lambda: group.split(int),
    lambda: group.subgroup(OSError), lambda: group.derive([OSError()]), lambda: setattr(group, "message", 1),
    lambda: ValueError().add_note(3), lambda: ExceptionGroup.__mro__, lambda: hasattr(ValueError(), "__notes__"), lambda: ValueError().add_note("a"),
):
    show(action)
e = ValueError("noted")
e.add_note("a note")
print(e.__notes__)
e.add_note("two\nlines")
print(e.__notes__)
