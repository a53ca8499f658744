# Lines of source in the tracebacks of groups.
# versions: 3.11-
def fail(x):
    return [x][
        1
    ] + x


def collect(*values):
    errors = []
    for value in values:
        try:
            fail(value)
        except Exception as error:
            errors.append(error)
    return errors


def recurse(n):
    return recurse(n - 1) if n else 1 / n


def main():
    try:
        raise ExceptionGroup("inner", collect(1, 2))
    except ExceptionGroup as error:
        errors = [error]
    try:
        recurse(10)
    except ZeroDivisionError as error:
        error.add_note("a note\nof two lines")
        errors.append(error)
    raise ExceptionGroup("outer", errors) from ValueError("x")


main()
