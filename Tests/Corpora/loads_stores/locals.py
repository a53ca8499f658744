# Local variables: plain, paired, deleted, unset and checked before use.


def pairs():
    a, b = 1, 2
    a, b = b, a
    c = a
    d = c
    a = b = c = d
    return a, b, c, d


def chains():
    x = y = z = []
    x.append(1)
    y.append(2)
    z.append(3)
    return x is y and y is z, z


def maybe(flag):
    if flag:
        value = "set"
    return value


def deleted():
    value = 1
    del value
    return value


def delete_twice():
    value = 1
    del value
    del value


def set_again():
    value = 1
    del value
    value = 2
    return value


def loop_variable(items):
    for item in items:
        pass
    return item


def swap_many():
    a, b, c, d, e = 1, 2, 3, 4, 5
    a, b, c = c, a, b
    d, e = e, d
    a, b, c, d, e = e, d, c, b, a
    return a, b, c, d, e


def comprehension_shadow():
    x = "outer"
    inner = [x for x in range(3)]
    return x, inner


def comprehension_unset():
    inner = [y for y in range(3)]
    try:
        return y
    except NameError as error:
        return type(error).__name__, str(error), inner
    y = 1


def attempt(function, *arguments):
    try:
        print(function.__name__, function(*arguments))
    except NameError as error:
        print(function.__name__, type(error).__name__, error)


attempt(pairs)
attempt(chains)
attempt(maybe, True)
attempt(maybe, False)
attempt(deleted)
attempt(delete_twice)
attempt(set_again)
attempt(loop_variable, "abc")
attempt(loop_variable, "")
attempt(swap_many)
attempt(comprehension_shadow)
attempt(comprehension_unset)
