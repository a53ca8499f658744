# except clauses: by class, tuple, base; names; else; finally; nesting; what clears the name.
def route(action):
    path = []
    try:
        try:
            path.append(action())
        except (KeyError, IndexError) as error:
            path.append(("lookup", type(error).__name__, str(error)))
        except ArithmeticError:
            path.append("arithmetic")
        except ValueError as error:
            path.append(("value", error.args))
            raise
        except TypeError:
            raise RuntimeError("converted")
        else:
            path.append("else")
        finally:
            path.append("finally")
    except Exception as error:
        path.append(("outer", repr(error), repr(error.__context__)))
    return path


def fail(error):
    def action():
        raise error
    return action


for error in (KeyError("k"), IndexError("i"), ZeroDivisionError("z"), OverflowError("o"), ValueError("v", 1), TypeError("t"), OSError("os")):
    print(route(fail(error)))
print(route(lambda: "fine"))


def name_is_cleared():
    error = "before"
    try:
        raise ValueError
    except ValueError as error:
        pass
    try:
        return error
    except UnboundLocalError as unbound:
        return str(unbound)


def name_deleted_inside():
    try:
        raise ValueError("v")
    except ValueError as error:
        del error
    return "no complaint"


def name_rebound_inside():
    try:
        raise ValueError("v")
    except ValueError as error:
        error = 5
        kept = error
    return kept


try:
    raise ValueError("module level")
except ValueError as error:
    print("caught", error)
print("error" in globals())
print(name_is_cleared(), name_deleted_inside(), name_rebound_inside())


def dynamic(classes):
    try:
        raise KeyError("dynamic")
    except classes as error:
        return "matched", repr(error)


print(dynamic(KeyError), dynamic((ValueError, LookupError)), dynamic(Exception))
for bad in (5, (KeyError, 5), "KeyError", None, int, ((KeyError,),), [KeyError]):
    try:
        print(dynamic(bad))
    except Exception as error:
        print(repr(bad), type(error).__name__, error, repr(error.__context__))
try:
    print(dynamic(()))
except KeyError as error:
    print("empty tuple matches nothing", error)


def nested_handlers():
    log = []
    try:
        raise ValueError(1)
    except ValueError as first:
        log.append(first)
        try:
            raise KeyError(2)
        except KeyError as second:
            log.append((second, second.__context__ is first))
            try:
                raise TypeError(3)
            except TypeError as third:
                log.append((third, third.__context__ is second))
            try:
                raise
            except KeyError as again:
                log.append(again is second)
        try:
            raise
        except ValueError as again:
            log.append(again is first)
    return log


print(nested_handlers())


def retry(times):
    attempts = 0
    while True:
        try:
            attempts += 1
            if attempts < times:
                raise OSError(attempts)
            return attempts
        except OSError:
            continue
        finally:
            attempts += 100 if attempts == times else 0


print(retry(4))
for i in range(3):
    try:
        if i == 1:
            continue
        print(i, 10 // i)
    except ZeroDivisionError:
        print(i, "division")
    else:
        print(i, "else")
    finally:
        print(i, "finally")
try:
    raise
except RuntimeError as error:
    print(error)


class Meta(type):
    def __instancecheck__(cls, instance):
        return True

    def __subclasscheck__(cls, subclass):
        return True


class Everything(Exception, metaclass=Meta):
    pass


try:
    try:
        raise ValueError("not caught through __subclasscheck__")
    except Everything:
        print("wrong")
except ValueError as error:
    print(error)
