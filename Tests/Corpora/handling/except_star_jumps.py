# except* in loops and functions: what is raised behind it, names, else, finally, nesting.
# versions: 3.11-
def shape(error):
    if isinstance(error, BaseExceptionGroup):
        return [str(error.message)] + [shape(e) for e in error.exceptions]
    return repr(error)


def attempt(action, *arguments):
    try:
        print(action.__name__, action(*arguments))
    except BaseException as error:
        print(action.__name__, "raised", shape(error), "|", error.__cause__ and shape(error.__cause__), "|", error.__context__ and shape(error.__context__))


def group(*errors):
    return ExceptionGroup("g", list(errors))


def handles(error):
    log = []
    try:
        raise error
    except* ValueError as e:
        log.append(("value", shape(e)))
    except* (TypeError, KeyError) as e:
        log.append(("type or key", shape(e)))
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log, "e" in locals()


def no_error():
    try:
        pass
    except* ValueError:
        return_value = "never"
    else:
        return_value = "else"
    finally:
        log = "finally"
    return return_value, log


def raises_in_handler():
    try:
        raise group(ValueError(1), TypeError(2), OSError(3))
    except* ValueError:
        raise KeyError("from value")
    except* TypeError as e:
        raise RuntimeError("from type") from e


def reraises_some():
    try:
        raise group(ValueError(1), group(TypeError(2), ValueError(3)), OSError(4))
    except* ValueError:
        raise
    except* OSError:
        pass


def in_loop():
    log = []
    for i in range(3):
        try:
            if i:
                raise group(ValueError(i), *([KeyError(i)] if i == 2 else []))
        except* ValueError as e:
            log.append(shape(e))
        except* KeyError:
            log.append("key")
        else:
            log.append("none")
    return log


def nested():
    log = []
    try:
        try:
            raise group(ValueError(1), TypeError(2), KeyError(3))
        except* ValueError as inner:
            log.append(shape(inner))
            try:
                raise group(OSError(5))
            except* OSError as os:
                log.append(shape(os))
        log.append("never")
    except* TypeError as outer:
        log.append(shape(outer))
    except* KeyError as outer:
        log.append(shape(outer))
    return log


def plain_error():
    try:
        raise ValueError("plain")
    except* ValueError as e:
        return_value = shape(e), type(e).__name__
    return return_value


def group_itself():
    try:
        raise group(ValueError(1))
    except* ExceptionGroup:
        pass


def base():
    try:
        raise BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError(1)])
    except* ValueError as e:
        print(type(e).__name__, end=" ")


def in_generator():
    def g():
        try:
            yield 1
        except* ValueError as e:
            yield shape(e)
    it = g()
    next(it)
    return it.throw(group(ValueError(1))), list(it)


def by_function():
    def kinds():
        return (ValueError, KeyError)
    try:
        raise group(ValueError(1), KeyError(2))
    except* kinds() as e:
        found = shape(e)
    return found


for error in (group(ValueError(1)), group(ValueError(1), TypeError(2)), group(group(KeyError(1), ValueError(2)), TypeError(3)), group(OSError(1)),
              group(ValueError(1), OSError(2)), ValueError(5), OSError(6)):
    attempt(handles, error)
for action in (no_error, raises_in_handler, reraises_some, in_loop, nested, plain_error, group_itself, base, in_generator, by_function):
    attempt(action)
