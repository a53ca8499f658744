# How exception groups and notes are printed.
# versions: 3.11-
import sys


def report(action):
    try:
        action()
    except BaseException as error:
        sys.excepthook(type(error), error, error.__traceback__)


def group_left():
    try:
        raise ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError("t"), OSError(2, "x")])])
    except* TypeError:
        raise


def notes():
    error = ValueError("two\nlines")
    error.add_note("a note\nof two lines")
    error.add_note("another")
    raise error


def notes_of_another_type():
    error = KeyError("a")
    error.__notes__ = 5
    raise error


def many():
    raise ExceptionGroup("many", [ValueError(i) for i in range(20)])


def chained_in_group():
    try:
        try:
            raise KeyError("first")
        except KeyError as error:
            raise ValueError("second") from error
    except ValueError as error:
        raise ExceptionGroup("group", [error, TypeError("third")])


for action in (group_left, notes, notes_of_another_type, many, chained_in_group):
    report(action)
