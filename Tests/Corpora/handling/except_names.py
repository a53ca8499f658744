# The name of `except ... as`: where it lives and that it goes.
def plain():
    try:
        raise ValueError("a")
    except ValueError as e:
        kept = e
    try:
        return e
    except UnboundLocalError as error:
        return type(error).__name__, kept


def deleted_in_handler():
    try:
        raise ValueError("b")
    except ValueError as e:
        del e
    return "e" in locals()


def rebound():
    e = "outer"
    try:
        raise ValueError("c")
    except ValueError as e:
        e = "rebound"
    return "e" in locals()


def nested_same_name():
    try:
        raise ValueError("outer")
    except ValueError as e:
        try:
            raise KeyError("inner")
        except KeyError as e:
            inner = repr(e), repr(e.__context__)
        return inner, "e" in locals()


def as_global():
    global shared
    try:
        raise ValueError("global")
    except ValueError as shared:
        print("in handler", repr(shared), "shared" in globals())
    return "shared" in globals()


def as_cell():
    try:
        raise ValueError("cell")
    except ValueError as e:
        def read():
            return e
        inside = repr(read())
    try:
        return inside, read()
    except NameError as error:
        return inside, type(error).__name__


def as_nonlocal():
    e = None

    def set_it():
        nonlocal e
        try:
            raise ValueError("nonlocal")
        except ValueError as e:
            seen.append(repr(e))
    seen = []
    set_it()
    try:
        e
    except NameError as error:
        seen.append(type(error).__name__)
    return seen


class InClass:
    try:
        raise ValueError("class body")
    except ValueError as e:
        text = str(e)
    has = "e" in locals()


def leaves(how):
    for i in range(2):
        try:
            raise ValueError(i)
        except ValueError as e:
            if how == "break":
                break
            if how == "continue":
                continue
            if how == "return":
                return e
            if how == "raise":
                raise KeyError("from handler") from e
    return "e" in locals()


def tuples(error):
    try:
        raise error
    except (ValueError, TypeError, KeyError) as e:
        return "tuple", repr(e)
    except OSError as e:
        return "os", repr(e)
    except BaseException as e:
        return "base", repr(e)


print(plain(), deleted_in_handler(), rebound(), nested_same_name())
print(as_global(), as_cell(), as_nonlocal(), InClass.text, InClass.has)
for how in ("break", "continue", "return", "raise", "none"):
    try:
        print(how, repr(leaves(how)))
    except KeyError as error:
        print(how, repr(error), repr(error.__cause__), error.__suppress_context__)
for error in (ValueError(1), TypeError(2), KeyError(3), FileNotFoundError(4), KeyboardInterrupt(5), GeneratorExit()):
    print(tuples(error))
try:
    raise ValueError
except:
    print("bare")
else:
    print("never")
try:
    e
except NameError as error:
    print(error)
