# del of names of every kind, attributes and items, and what reading them says afterwards.
def attempt(action, *arguments):
    try:
        print(action.__name__, action(*arguments))
    except Exception as error:
        print(action.__name__, type(error).__name__, error)


def local():
    a = 1
    del a
    return a


def twice():
    a = 1
    del a
    del a


def argument(a):
    del a
    return a


def loop():
    for i in range(2):
        del i
    return i


def conditional(flag):
    a = 1
    if flag:
        del a
    return a


def several():
    a = b = c = 1
    del a, (b, [c])
    return sorted(locals())


def cell():
    a = 1

    def read():
        return a
    del a
    return read()


def cell_own():
    a = 1

    def read():
        return a
    del a
    return a


def free():
    a = 1

    def remove():
        nonlocal a
        del a
    remove()
    remove()


def global_name():
    global made
    made = 1
    del made
    return made


def global_twice():
    global made
    del made


def builtin():
    global len
    del len


def never_set():
    del nothing


def restored():
    a = 1
    del a
    a = 2
    return a


def in_try():
    a = 1
    try:
        del a
        return a
    except UnboundLocalError:
        a = "again"
    finally:
        del a
    return a


def read_before():
    print(later)
    later = 1


def many():
    a, b, c, d, e, f = range(6)
    del b, d, f
    return a, c, e, d


def in_comprehension():
    values = [1, 2, 3]
    del values[0]
    return [v for v in values], values.clear(), values


def star(*args, **kwargs):
    del args, kwargs
    return args


class Holder:
    @property
    def p(self):
        return "p"

    @p.deleter
    def p(self):
        print("deleted p")


def attributes():
    h = Holder()
    h.a = 1
    del h.a, h.p
    try:
        del h.a
    except AttributeError as error:
        print(error)
    return vars(h)


def items():
    data, table = list(range(10)), {1: 2, 3: 4}
    del data[0], data[-1], data[1:3], table[1]
    del data[::2]
    return data, table


def missing_item():
    del {}["x"]


def missing_index():
    del [][0]


def of_tuple():
    del (1,)[0]


class Body:
    a = 1
    del a
    try:
        a
    except NameError as error:
        print("class body", error)
    try:
        del a
    except NameError as error:
        print("class body", error)


for action, *arguments in ((local,), (twice,), (argument, 1), (loop,), (conditional, 0), (conditional, 1), (several,), (cell,), (cell_own,), (free,), (global_name,), (global_twice,),
                           (builtin,), (never_set,), (restored,), (in_try,), (read_before,), (many,), (in_comprehension,), (star,), (attributes,), (items,), (missing_item,),
                           (missing_index,), (of_tuple,)):
    attempt(action, *arguments)
