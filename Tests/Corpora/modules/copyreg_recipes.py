# copyreg, and what object.__reduce_ex__ says of instances.
import copyreg


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


class Plain:
    pass


class Slots:
    __slots__ = ("x", "y")


class Both(Slots):
    pass


class Arguments:
    def __new__(cls, *args, **kwargs):
        made = super().__new__(cls)
        made.given = args, kwargs
        return made

    def __getnewargs__(self):
        return 1, 2


class Keywords(Arguments):
    def __getnewargs_ex__(self):
        return (3,), {"k": 4}


class BadArguments:
    def __getnewargs__(self):
        return [1]


class List(list):
    pass


class Dict(dict):
    pass


class Int(int):
    pass


class Stated:
    def __getstate__(self):
        return ["state"]


plain = Plain()
plain.a = 1
slots = Slots()
slots.x = 5
both = Both()
both.x, both.z = 1, 2
items = List("ab")
items.note = 1


def shown(v):
    if isinstance(v, tuple):
        return tuple(shown(item) for item in v)
    if hasattr(v, "__next__"):
        return list(v)
    return getattr(v, "__name__", v)


for v in (plain, Plain(), slots, both, Arguments(), Keywords(), BadArguments(), items, Dict(a=1), Int(7), Stated(), object()):
    for protocol in (0, 2, 4):
        try:
            recipe = v.__reduce_ex__(protocol)
            print(type(v).__name__, protocol, shown(recipe)[0], shown(recipe[1]) if type(v) is not object else "", shown(recipe[2:]))
        except Exception as error:
            print(type(v).__name__, protocol, type(error).__name__, error)
for v in (iter([]).__class__, (i for i in ())):
    show(lambda: v.__reduce_ex__(2) if not isinstance(v, type) else "a class")
for make in (
    lambda: copyreg.__newobj__(Plain).__class__.__name__, lambda: copyreg.__newobj__(Arguments, 1).given, lambda: copyreg.__newobj_ex__(Arguments, (1,), {"k": 2}).given,
    lambda: copyreg._reconstructor(Int, int, 5), lambda: type(copyreg._reconstructor(Plain, object, None)).__name__, lambda: copyreg._reconstructor(List, list, [1]),
    lambda: copyreg.pickle(Plain, 5), lambda: copyreg.pickle(Plain, shown, 5), lambda: copyreg.constructor(5), lambda: copyreg.constructor(len), lambda: copyreg.pickle(),
    lambda: Plain in copyreg.dispatch_table, lambda: copyreg.__newobj__(),
):
    show(make)
