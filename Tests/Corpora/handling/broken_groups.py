# Exception groups and `except*` with objects that do not keep to their protocols.
# versions: 3.11-
def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except BaseException as e:
        print(type(e).__name__, e, "| cause:", repr(e.__cause__), "| context:", repr(e.__context__))


class BadSplit(ExceptionGroup):
    answer = None

    def split(self, condition):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class BadDerive(ExceptionGroup):
    def derive(self, parts):
        return 5


class Deriving(ExceptionGroup):
    def derive(self, parts):
        return Deriving(self.message + "!", parts)


class FailingDerive(ExceptionGroup):
    def derive(self, parts):
        raise ZeroDivisionError("in derive")


def handle(group):
    try:
        raise group
    except* ValueError as matched:
        print("matched", repr(matched))
    return "handled"


for answer in [KeyError("split"), (None, None), (ExceptionGroup("m", [ValueError(1)]), None), (None, ExceptionGroup("r", [KeyError(1)]), 3)]:
    group = BadSplit("bad", [ValueError(1), KeyError(2)])
    group.answer = answer
    attempt(handle, group)
for kind in [BadDerive, Deriving, FailingDerive, ExceptionGroup]:
    attempt(handle, kind("g", [ValueError(1), KeyError(2)]))
    attempt(handle, kind("g", [ValueError(1)]))
    attempt(lambda: kind("g", [ValueError(1), KeyError(2)]).subgroup(ValueError))
    attempt(lambda: kind("g", [ValueError(1), KeyError(2)]).split(ValueError))
attempt(lambda: ExceptionGroup("a", []))
attempt(lambda: ExceptionGroup("a", 5))
attempt(lambda: ExceptionGroup("a", [5]))
attempt(lambda: ExceptionGroup(5, [ValueError()]))
attempt(lambda: ExceptionGroup("a", [KeyboardInterrupt()]))
attempt(lambda: Deriving("a", [KeyboardInterrupt()]))
attempt(lambda: repr(BaseExceptionGroup("a", [KeyboardInterrupt()])))
attempt(lambda: ExceptionGroup("a"))
attempt(lambda: ExceptionGroup("a", [ValueError()], 3))
attempt(lambda: ExceptionGroup("a", [ValueError()]).split(5))
attempt(lambda: ExceptionGroup("a", [ValueError()]).subgroup((ValueError, 5)))
attempt(lambda: ExceptionGroup("a", [ValueError()]).subgroup(lambda e: 1 / 0))


def star_with(kind):
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* kind:
        print("caught", end=" ")


attempt(star_with, ExceptionGroup)
attempt(star_with, (ValueError, ExceptionGroup))
attempt(star_with, 5)
attempt(star_with, (ValueError, 5))
attempt(star_with, KeyError)
