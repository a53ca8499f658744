"""`except` and `raise ... from` with objects that do not keep to their protocols."""


def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except BaseException as e:
        print(type(e).__name__, e, "| cause:", repr(e.__cause__), "| context:", repr(e.__context__))


def plain_with(kind):
    try:
        raise ValueError(1)
    except kind:
        return "caught"


attempt(plain_with, 5)
attempt(plain_with, (KeyError, 5))
attempt(plain_with, (KeyError, (ValueError,)))

# raise


class Other:
    pass


class NotMade(Exception):
    def __new__(cls, *arguments):
        return 5


class Failing(Exception):
    def __init__(self):
        raise KeyError("in __init__")


def raise_from(exception, cause):
    raise exception from cause


def raise_one(exception):
    raise exception


for exception in [5, None, "x", Other, Other(), NotMade, Failing, ValueError, ValueError(3), int]:
    attempt(raise_one, exception)
for cause in [5, None, "x", Other, Other, NotMade, Failing, KeyError, KeyError(3), int]:
    attempt(raise_from, ValueError(1), cause)
attempt(raise_from, 5, 6)


def reraise_nothing():
    raise


attempt(reraise_nothing)

