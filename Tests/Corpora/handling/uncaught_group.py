# The traceback of an uncaught exception group, nested, with causes.
def fail(kind, text):
    try:
        raise kind(text)
    except kind as error:
        return error


def inner():
    raise ExceptionGroup("inner group", [fail(KeyError, "k"), TypeError("never raised")])


def main():
    errors = [fail(ValueError, "first")]
    try:
        inner()
    except ExceptionGroup as group:
        errors.append(group)
    raise ExceptionGroup("outer group", errors) from fail(OSError, "the cause")


main()
