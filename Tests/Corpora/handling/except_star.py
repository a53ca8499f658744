# except*: splitting, nesting, re-raising, raising inside handlers.
# versions: 3.11-
def show(group, depth=0):
    pad = "  " * depth
    if isinstance(group, BaseExceptionGroup):
        print(f"{pad}{type(group).__name__} {group.message!r}")
        for member in group.exceptions:
            show(member, depth + 1)
    else:
        print(f"{pad}{group!r}")


def route(error):
    try:
        try:
            raise error
        except* ValueError as group:
            print("values:", [repr(e) for e in group.exceptions])
        except* (KeyError, TypeError) as group:
            print("keys and types:", [repr(e) for e in group.exceptions])
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as rest:
        print("rest:")
        show(rest, 1)


route(ExceptionGroup("one", [ValueError(1)]))
route(ExceptionGroup("mixed", [ValueError(1), KeyError(2), TypeError(3), ValueError(4)]))
route(ExceptionGroup("nested", [ValueError(1), ExceptionGroup("inner", [OSError(2), ValueError(3)]), OSError(4)]))
route(ExceptionGroup("nothing handled", [OSError(1)]))
route(ValueError("naked"))
route(OSError("naked and unhandled"))
route(BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError(2)]))


def no_error():
    try:
        pass
    except* ValueError:
        print("never")
    else:
        return "no error"


print(no_error())


def raises_inside():
    try:
        raise ExceptionGroup("group", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise KeyError("new from handler")
    except* TypeError as e:
        raise


try:
    raises_inside()
except ExceptionGroup as error:
    show(error)
    print(repr(error.exceptions[0].__context__))


def reraise_only():
    try:
        raise ExceptionGroup("whole", [ValueError(1), ValueError(2)])
    except* ValueError as e:
        raise


try:
    reraise_only()
except ExceptionGroup as error:
    show(error)


def in_loop():
    out = []
    for i in range(3):
        try:
            if i == 1:
                raise ExceptionGroup("loop", [ValueError(i)])
        except* ValueError as group:
            out.append(group.exceptions[0].args[0])
    return out


print(in_loop())


def bad_type(kind):
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* kind:
        pass


for kind in (5, ExceptionGroup, (ValueError, BaseExceptionGroup), (ValueError, 5)):
    try:
        bad_type(kind)
    except TypeError as error:
        print(error)
group = ExceptionGroup("split me", [ValueError(1), ExceptionGroup("in", [KeyError(2), ValueError(3)])])
match, rest = group.split(ValueError)
show(match)
show(rest)
show(group.subgroup(lambda e: isinstance(e, KeyError)))
print(group.subgroup(OSError), group.split(ExceptionGroup)[1])
show(group.derive([OSError()]))
for arguments in (("m",), ("m", []), ("m", [5]), (5, [ValueError()]), ("m", "text"), ("m", [KeyboardInterrupt()])):
    try:
        ExceptionGroup(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, repr(group))


class MyGroup(ExceptionGroup):
    def derive(self, members):
        return MyGroup(self.message + " derived", members)


try:
    raise MyGroup("mine", [ValueError(1), OSError(2)])
except* ValueError as part:
    print(type(part).__name__, part.message)
except* OSError as part:
    print(type(part).__name__, part.message, len(part.exceptions))
