# return, break and continue in and through finally blocks.
log = []


def note(*values):
    log.append(values)


def return_in_finally(fail):
    try:
        if fail:
            raise ValueError("lost")
        return "from try"
    finally:
        return "from finally"


def break_in_finally(items):
    for item in items:
        try:
            if item == 2:
                raise ValueError("lost")
            note("body", item)
        finally:
            note("finally", item)
            if item == 2:
                break
    else:
        note("else")
    return item


def continue_in_finally(items):
    total = 0
    for item in items:
        try:
            total += 10 // item
        finally:
            note("finally", item)
            continue
        note("never")
    return total


def return_through_two():
    try:
        try:
            return note("value is computed first") or "value"
        finally:
            note("inner")
    finally:
        note("outer")


def break_through(items):
    while items:
        try:
            try:
                if items.pop() == "stop":
                    break
                continue
            finally:
                note("inner", len(items))
        finally:
            note("outer", len(items))
    else:
        return "ran out"
    return "stopped"


def replaced():
    try:
        return 1
    finally:
        try:
            raise KeyError("replaces the return")
        except KeyError as error:
            note("caught in finally", error)


def raises_in_finally():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")


def return_in_handler_with_finally():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as error:
            if i == 1:
                return "handler", error.args
        finally:
            note("finally", i)


def loop_in_finally():
    try:
        return "kept"
    finally:
        for i in range(3):
            if i == 1:
                continue
            note("loop", i)
        while True:
            break


def nested_functions():
    def inner():
        try:
            return "inner"
        finally:
            note("inner finally")
    try:
        return inner()
    finally:
        note(inner())


def else_and_finally(value):
    try:
        note("try")
        if value > 1:
            raise ValueError
    except ValueError:
        note("except")
        return "except"
    else:
        note("else")
        if value == 1:
            return "else"
    finally:
        note("finally")
    return "after"


for function, *arguments in ((return_in_finally, 0), (return_in_finally, 1), (break_in_finally, [1, 2, 3]), (break_in_finally, [1, 3]),
                             (continue_in_finally, [1, 0, 5]), (return_through_two,), (break_through, ["a", "stop", "b"]), (break_through, ["a"]),
                             (replaced,), (raises_in_finally,), (return_in_handler_with_finally,), (loop_in_finally,), (nested_functions,),
                             (else_and_finally, 0), (else_and_finally, 1), (else_and_finally, 2)):
    try:
        print(function.__name__, function(*arguments), log)
    except Exception as error:
        print(function.__name__, repr(error), repr(error.__context__), log)
    log.clear()
