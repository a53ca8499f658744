# Cells: of arguments, of loops, shared, empty, deleted, of classes.
def argument_cell(a, b=2, *args, c, **kwargs):
    def read():
        return a, b, args, c, kwargs

    def write(value):
        nonlocal a, args
        a, args = value, (value,)
    before = read()
    write("new")
    return before, read(), a, args


def positional_only(x, /, y):
    return lambda: (x, y)


def all_cells(a, b):
    def inner():
        nonlocal a, b
        a, b = b, a
        return a, b
    return inner(), inner(), (a, b)


def loop_cells():
    functions = []
    for i in range(3):
        functions.append(lambda: i)
        j = i * 10
        functions.append(lambda: j)
    return [f() for f in functions]


def fresh_cells():
    def make(n):
        def count():
            nonlocal n
            n += 1
            return n
        return count
    one, two = make(0), make(10)
    return one(), one(), two(), one(), two()


def shared():
    value = 0

    def add(n):
        nonlocal value
        value += n

    def read():
        return value
    add(2)
    add(3)
    return read(), value, add.__closure__[0] is read.__closure__[0], read.__closure__[0].cell_contents


def empty_then_set():
    def read():
        return later
    try:
        read()
    except NameError as error:
        message = type(error).__name__, str(error)
    later = 5
    return message, read()


def deleted():
    value = 1

    def read():
        return value

    def remove():
        nonlocal value
        del value
    remove()
    for action in (read, remove):
        try:
            action()
        except NameError as error:
            print(action.__name__, type(error).__name__, error)
    try:
        value
    except NameError as error:
        print("own", type(error).__name__, error)
    try:
        read.__closure__[0].cell_contents
    except ValueError as error:
        print(error)
    value = "again"
    return read()


def deep():
    a = "a"

    def one():
        b = "b"

        def two():
            c = "c"

            def three():
                nonlocal a, b
                a, b = a + "1", b + "2"
                return a, b, c
            return three
        return two
    three = one()()
    return three(), three(), a


def in_comprehension():
    n = 1

    def bump():
        nonlocal n
        n += 1
        return n
    return [bump() + n for _ in range(3)], n, [lambda: n for _ in "a"][0]()


def cell_in_except():
    try:
        raise ValueError("kept")
    except ValueError as error:
        def read():
            return error
        text = str(read())
    return text, read.__closure__[0] == read.__closure__[0]


def generators():
    total = 0

    def g():
        nonlocal total
        while True:
            total += yield total
    it = g()
    next(it)
    return it.send(1), it.send(5), total


def default_and_cell():
    return [(lambda x=i: (x, i))() for i in range(3)], [f() for f in [(lambda x=i: (x, i)) for i in range(3)]]


def recursion():
    def fact(n):
        return n * fact(n - 1) if n else 1
    return fact(10), fact.__code__.co_freevars, recursion.__code__.co_cellvars


def star_in_cell(*items):
    return [lambda: items, lambda: len(items)]


def redefined(x):
    def f():
        return x
    x = x + 1
    first = f()
    x = "text"
    return first, f(), x


print(argument_cell(1, c=3), argument_cell(1, 5, 6, c=3, k=1), positional_only(1, y=2)(), all_cells(1, 2))
for function in (loop_cells, fresh_cells, shared, empty_then_set, deleted, deep, in_comprehension, cell_in_except, generators, default_and_cell, recursion):
    print(function.__name__, function())
print([f() for f in star_in_cell(1, 2)], redefined(1))


class Class:
    def method(self):
        return __class__.__name__, super().__init__.__name__

    def nested(self):
        def inner():
            return __class__
        return inner() is type(self)

    @classmethod
    def of_class(cls):
        return __class__ is cls

    @staticmethod
    def static():
        return __class__.__qualname__


print(Class().method(), Class().nested(), Class.of_class(), Class.static(), Class.method.__closure__[0].cell_contents is Class)
