# What instructions say: names, with, unpacking, subscripts, membership.
def show(name, function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as e:
        result = "%s: %s" % (type(e).__name__, e)
    print(name, result)


class Enter:
    def __enter__(self):
        pass


class Exit:
    def __exit__(self, *details):
        pass


def use(manager):
    with manager:
        pass


for manager in (Enter(), Exit()):
    show("with %s" % type(manager).__name__, use, manager)


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as e:
        return e.value


async def use_async(manager):
    async with manager:
        pass


class AsyncEnter:
    def __aenter__(self):
        pass


for manager in (AsyncEnter(),):
    show("async with %s" % type(manager).__name__, run, use_async(manager))


async def wait(value):
    await value


for value in (1, "a", None, []):
    show("await %r" % (value,), run, wait(value))


def unbound():
    print(x)
    x = 1


def deleted():
    x = 1
    del x
    return x


def free():
    def inner():
        return x

    r = inner()
    x = 1
    return r


show("unbound", unbound)
show("deleted", deleted)
show("free", free)


def unpack(values):
    a, b = values


for values in ([1, 2, 3], (1, 2, 3), {1: 1, 2: 2, 3: 3}, {1, 2, 3}, "abc", range(3), [1], 5):
    show("unpack %r" % (values,), unpack, values)

show("in an int", lambda: 1 in int("1"))
show("not in None", lambda: 1 not in function)


def function():
    pass


class Meta(type):
    pass


class Class(metaclass=Meta):
    pass


show("not in a function", lambda: 1 not in function)
show("a class's item", lambda: Class[int])
show("a type's item", lambda: int[int])
show("a function's item", lambda: function[1])
for key in ("a", 1.5, None):
    show("str[%r]" % (key,), lambda: "abc"[key])
    show("list[%r]" % (key,), lambda: [1][key])
    show("tuple[%r]" % (key,), lambda: (1,)[key])
