# Variables shared between functions: read, written, deleted and unset cells.


def counter(start):
    count = start

    def up(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = start

    return up, reset


up, reset = counter(10)
print(up(), up(5), reset(), up())


def parameter_cell(a, b, *args, key=None, **kwargs):
    def inside():
        return a, b, args, key, kwargs

    a = a * 2
    return inside


print(parameter_cell(1, 2, 3, 4, key="k", other="o")())


def unset_cell():
    def read():
        return later

    try:
        read()
    except NameError as error:
        print(type(error).__name__, error)
    later = 1
    print(read())
    del later
    try:
        read()
    except NameError as error:
        print(type(error).__name__, error)
    try:
        later
    except UnboundLocalError as error:
        print(type(error).__name__, error)


unset_cell()


def delete_unset():
    def inner():
        nonlocal shared
        del shared

    shared = 1
    inner()
    for attempt in (inner, lambda: shared):
        try:
            attempt()
        except NameError as error:
            print(type(error).__name__, error)
    try:
        del shared
    except UnboundLocalError as error:
        print(type(error).__name__, error)


delete_unset()


def fresh_cells():
    functions = []
    for i in range(3):
        def show():
            return i
        functions.append(show)
    return [f() for f in functions], [(lambda i=i: i)() for i in range(3)]


print(fresh_cells())
print([f() for f in [lambda: i for i in range(3)]])


def comprehension_cells():
    result = [[lambda: (a, b) for b in range(2)] for a in range(2)]
    return [[f() for f in row] for row in result]


print(comprehension_cells())


def three_levels(x):
    def middle():
        def inner():
            nonlocal x
            x += 1
            return x
        return inner
    return middle()


inner = three_levels(5)
print(inner(), inner())
print(inner.__closure__[0].cell_contents, three_levels(1).__code__.co_freevars)
