# Exceptions caught and raised again: bare raise, raise by name, from finally, through with and generators.
class Passing:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False


def origin():
    raise LookupError("origin")


def bare():
    try:
        origin()
    except LookupError:
        raise


def by_name():
    try:
        bare()
    except LookupError as error:
        raise error


def through_finally():
    try:
        by_name()
    finally:
        done = True


def through_with():
    with Passing():
        through_finally()


def generator():
    try:
        yield through_with()
    except KeyError:
        pass


def consume():
    for _ in generator():
        pass


consume()
