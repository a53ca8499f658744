# Raises, catches and finally blocks around the functions of another version's program.
import sys


class Own(Exception):
    def __init__(self, value):
        super().__init__("own", value)
        self.value = value


def raises(error):
    raise error


def handled():
    kind, value, traceback = sys.exc_info()
    return kind and kind.__name__, repr(value), traceback is not None


def protected(function, *arguments):
    try:
        return "returned", function(*arguments)
    except Own as error:
        return "own", error.value
    except (ValueError, KeyError) as error:
        return "caught", repr(error), repr(error.__context__), repr(error.__cause__)
    else:
        return "never"
    finally:
        log.append(handled()[0])


def cleans_up(function):
    try:
        return function()
    finally:
        log.append("cleaned up")


def replaces(function):
    try:
        function()
    except Exception as error:
        raise KeyError("replaced") from error


def in_context(function):
    try:
        raise OSError("module")
    except OSError:
        return function()


def reraises(function):
    try:
        function()
    except Exception:
        log.append(handled())
        raise


log = []
