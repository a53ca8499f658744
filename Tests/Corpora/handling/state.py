# The handled exception as sys.exc_info() sees it, through calls, generators and finally.
import sys


def current():
    kind, value, traceback = sys.exc_info()
    assert (value is None) == (traceback is None)
    return kind.__name__ if kind else None


def generator():
    yield current()
    try:
        raise KeyError
    except KeyError:
        yield current()
        yield current()
    yield current()


print(current())
try:
    raise ValueError
except ValueError:
    print(current())
    g = generator()
    print(next(g), next(g), current())
    try:
        raise TypeError
    except TypeError:
        print(current(), next(g), current())
    print(current(), next(g))
print(current())


def finally_state():
    try:
        try:
            raise ValueError
        finally:
            print("in finally", current())
    except ValueError:
        print("in except", current())
    finally:
        print("after", current())


finally_state()


def traceback_lines(error):
    lines = []
    tb = error.__traceback__
    while tb:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return lines


def level_three():
    raise ValueError("deep")


def level_two():
    level_three()


def level_one():
    try:
        level_two()
    except ValueError:
        raise


try:
    level_one()
except ValueError as error:
    print(traceback_lines(error))
    saved = error
try:
    raise saved
except ValueError as error:
    print(traceback_lines(error))
try:
    raise saved.with_traceback(None)
except ValueError as error:
    print(traceback_lines(error))


def context_of_context():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError("second")
    except KeyError:
        raise ValueError("third")


try:
    context_of_context()
except ValueError as error:
    chain = []
    while error:
        chain.append(repr(error))
        error = error.__context__
    print(chain)


def no_self_context():
    try:
        raise ValueError("same")
    except ValueError as error:
        try:
            raise error
        except ValueError as again:
            return again is error, again.__context__


print(no_self_context())
