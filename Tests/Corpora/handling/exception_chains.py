# __cause__, __context__ and __suppress_context__ in every way that an exception gets them.
def chain(error, depth=0):
    parts = []
    while error is not None and depth < 10:
        parts.append(type(error).__name__ + str(error.args) + ("!" if error.__suppress_context__ else ""))
        error, depth = error.__cause__ or error.__context__, depth + 1
    return " <- ".join(parts)


def attempt(action):
    try:
        action()
    except BaseException as error:
        print(action.__name__, chain(error))


def implicit():
    try:
        raise ValueError(1)
    except ValueError:
        raise KeyError(2)


def explicit():
    try:
        raise ValueError(1)
    except ValueError as e:
        raise KeyError(2) from e


def suppressed():
    try:
        raise ValueError(1)
    except ValueError:
        raise KeyError(2) from None


def cause_is_class():
    raise KeyError(2) from OSError


def three():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise KeyError(2)
    except KeyError:
        raise OSError(3)


def in_finally():
    try:
        raise ValueError(1)
    finally:
        raise KeyError(2)


def same_again():
    error = ValueError(1)
    try:
        raise error
    except ValueError:
        try:
            raise KeyError(2)
        except KeyError:
            raise error


def cycle():
    first, second = ValueError(1), KeyError(2)
    try:
        raise first
    except ValueError:
        try:
            raise second
        except KeyError:
            raise first


def bare_raise():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            try:
                raise KeyError(2)
            except KeyError:
                pass
            raise
    except ValueError:
        raise


def called_in_handler():
    def helper():
        raise KeyError(2)
    try:
        raise ValueError(1)
    except ValueError:
        helper()


def generator_in_handler():
    def g():
        yield
        raise KeyError(2)
    it = g()
    next(it)
    try:
        raise ValueError(1)
    except ValueError:
        next(it)


def generator_keeps_its_own():
    def g():
        try:
            raise OSError(0)
        except OSError:
            yield
            raise KeyError(2)
    it = g()
    next(it)
    try:
        raise ValueError(1)
    except ValueError:
        next(it)


def thrown():
    def g():
        try:
            yield
        except ValueError:
            raise KeyError(2)
    it = g()
    next(it)
    it.throw(ValueError(1))


def in_exit():
    class Manager:
        def __enter__(self):
            pass

        def __exit__(self, *arguments):
            raise KeyError(2)
    with Manager():
        raise ValueError(1)


def in_exit_from():
    class Manager:
        def __enter__(self):
            pass

        def __exit__(self, kind, value, traceback):
            raise KeyError(2) from value
    with Manager():
        raise ValueError(1)


def in_condition():
    def kinds():
        raise KeyError(2)
    try:
        raise ValueError(1)
    except kinds():
        pass


def after_handler():
    try:
        raise ValueError(1)
    except ValueError:
        pass
    raise KeyError(2)


def set_by_hand():
    error = KeyError(2)
    error.__context__ = OSError(0)
    try:
        raise ValueError(1)
    except ValueError:
        raise error


for action in (implicit, explicit, suppressed, cause_is_class, three, in_finally, same_again, cycle, bare_raise, called_in_handler, generator_in_handler,
               generator_keeps_its_own, thrown, in_exit, in_exit_from, in_condition, after_handler, set_by_hand):
    attempt(action)
