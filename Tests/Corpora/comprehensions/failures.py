# Exceptions in comprehensions: where tracebacks say they are, and what is left behind.
def places(action):
    try:
        action()
    except Exception as error:
        result, traceback = [], error.__traceback__
        while traceback:
            result.append((traceback.tb_frame.f_code.co_name, traceback.tb_lineno))
            traceback = traceback.tb_next
        print(repr(error), result[1:])


def in_element():
    return [
        1 // x
        for x in (2, 1, 0)
    ]


def in_condition():
    return {x for x in (1, 0) if 1 // x}


def in_key():
    return {
        1 // x:
        x
        for x in (1, 0)
    }


def in_first_iterable():
    return [x for x in 1 // 0]


def in_second_iterable():
    return [
        y
        for x in (1, 0)
        for y in [1 // x]
    ]


def in_nested():
    return [[1 // x for x in row] for row in ([1], [0])]


def in_lambda():
    return [(lambda: 1 // x)() for x in (1, 0)]


def in_generator():
    return list(1 // x for x in (1, 0))


def in_unpacking():
    return [a for a, b in [(1, 2), (3,)]]


def handled():
    x = "kept"
    try:
        [1 // x for x in (1, 0)]
    except ZeroDivisionError:
        return x


def handled_with_cell():
    x = "kept"
    try:
        [(lambda: x, 1 // x) for x in (1, 0)]
    except ZeroDivisionError:
        return x, (lambda: x)()


def handled_unbound():
    try:
        [1 // x for x in (1, 0)]
        x = 5
    except ZeroDivisionError:
        try:
            return x
        except UnboundLocalError as error:
            return str(error)


def in_finally():
    i = "outer"
    try:
        return [i for i in range(2)]
    finally:
        print("finally sees", i)


for action in (in_element, in_condition, in_key, in_first_iterable, in_second_iterable, in_nested, in_lambda, in_generator, in_unpacking):
    places(action)
print(handled(), handled_with_cell(), handled_unbound(), in_finally())
