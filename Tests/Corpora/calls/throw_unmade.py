# throw() with classes that make no exceptions (3.8 crashes).
# versions: 3.9-
def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except Exception as e:
        print(type(e).__name__, e)


class NewReturns(Exception):
    def __new__(cls, *arguments):
        return 5


def catching():
    try:
        yield 1
    except ValueError as e:
        return "returned after " + str(e)


async def agenerator():
    yield 1


attempt(catching().throw, NewReturns)
started = catching()
next(started)
attempt(started.throw, NewReturns, 1)
attempt(next, started)
attempt(agenerator().asend(None).throw, NewReturns)
attempt(catching().throw, int)
attempt(catching().throw, 5)
attempt(catching().throw, ValueError("made"), "and a value")
