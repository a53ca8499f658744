# Closing async generators whose awaited object refuses to be closed.
# versions: 3.13-
def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except BaseException as e:
        print(type(e).__name__, e)


class Waiting:
    def __init__(self, error=None):
        self.error = error

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return "waiting"

    def close(self):
        if self.error:
            raise self.error
        print("closed")


async def agenerator(waiting):
    try:
        await waiting
    finally:
        print("finally")
    yield 1


error = KeyError("close")
a = agenerator(Waiting(error))
step = a.__anext__()
attempt(step.send, None)
attempt(step.throw, GeneratorExit())
a = agenerator(Waiting(error))
step = a.asend(None)
attempt(step.send, None)
attempt(step.close)
a = agenerator(Waiting(error))
step = a.athrow(GeneratorExit())
attempt(step.send, None)
attempt(a.aclose().send, None)
