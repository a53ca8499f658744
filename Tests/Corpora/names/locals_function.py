# locals(): in functions, classes, modules, comprehensions, generators; what later changes do.
def snapshot():
    a = 1
    first = locals()
    b = 2
    second = locals()
    return sorted(first), sorted(second), first is second


def written():
    a = 1
    names = locals()
    names["a"] = 5
    names["new"] = 6
    return a, sorted(locals()), locals()["a"]


def kept():
    a = 1
    names = locals()
    a = 2
    return names["a"], locals()["a"], names["a"]


def cells():
    a = 1

    def inner():
        return a
    names = locals()
    names["a"] = 5
    return sorted(names), inner(), a


def free():
    a = 1

    def inner():
        b = a
        return sorted(locals().items())
    return inner()


def unset():
    if False:
        later = 1
    names = sorted(locals())
    later = 2
    del later
    return names, sorted(locals())


def arguments(a, /, b, *args, c=1, **kwargs):
    return locals()


def in_generator():
    x = 1
    yield sorted(locals())
    y = 2
    yield sorted(locals())


class Body:
    a = 1
    locals()["b"] = 2
    names = sorted(n for n in locals() if not n.startswith("__"))
    c = b


def nested_class():
    outer = 1

    class C:
        used = outer
        names = sorted(n for n in locals() if not n.startswith("__"))
    return C.names


def in_lambda():
    return (lambda x, y=2: sorted(locals()))(1)


def of_vars_and_dir():
    a = b = 1
    return sorted(vars()), dir()


def deleted():
    a = 1
    names = locals()
    del a
    return sorted(names), sorted(locals())


def looping():
    names = []
    for i in range(2):
        names.append(dict(locals()))
    return [sorted(n) for n in names]


for function in (snapshot, written, kept, cells, free, unset, nested_class, in_lambda, of_vars_and_dir, deleted, looping):
    print(function.__name__, function())
print(arguments(1, 2, 3, c=4, d=5), list(in_generator()), Body.names, Body.c)
print(locals() is globals(), vars() is globals(), "Body" in locals())
locals()["made"] = "by locals()"
print(made)
