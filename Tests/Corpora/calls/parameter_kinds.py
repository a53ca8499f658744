# Positional-only, keyword-only and default parameters, and what calls that do not fit say.
def p(a, b, /):
    return a, b


def pd(a, b=2, /, c=3):
    return a, b, c


def po_kw(a, /, **kwargs):
    return a, kwargs


def k(*, a, b=2):
    return a, b


def mixed(a, /, b, *, c):
    return a, b, c


def everything(a, b=1, /, c=2, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


def none():
    return "none"


class C:
    def method(self, a, /, b=1):
        return a, b

    @classmethod
    def cls(cls, *, k):
        return k


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except TypeError as error:
        print(error)


attempt(p, 1, 2)
attempt(p, 1)
attempt(p)
attempt(p, 1, b=2)
attempt(p, a=1, b=2)
attempt(p, 1, 2, 3)
attempt(pd, 1)
attempt(pd, 1, c=5)
attempt(pd, 1, 5, 6)
attempt(pd, 1, b=5)
attempt(pd, a=1)
attempt(po_kw, 1, a=2, b=3)
attempt(po_kw, a=2)
attempt(k, a=1)
attempt(k)
attempt(k, b=1)
attempt(k, 1)
attempt(k, 1, 2, a=3)
attempt(k, a=1, c=3)
attempt(mixed, 1, 2, c=3)
attempt(mixed, 1, b=2, c=3)
attempt(mixed, 1, 2, 3)
attempt(mixed, 1, 2)
attempt(mixed, a=1, b=2, c=3)
attempt(mixed, 1, c=3)
attempt(everything, 1, d=4)
attempt(everything, 1, 2, 3, 4, 5, d=6, f=7, a=8)
attempt(everything, 1)
attempt(everything, d=4)
attempt(none, 1)
attempt(none, x=1)
attempt(C().method, 1, b=2)
attempt(C().method)
attempt(C().method, 1, 2, 3)
attempt(C().method, a=1)
attempt(C.cls, k=1)
attempt(C.cls)
attempt(C.cls, 1)
attempt(lambda a, /, b: (a, b), 1, b=2)
attempt(lambda a, /, b: (a, b), b=2)
attempt(lambda *a, k=1: (a, k), 1, 2, k=3)
order = []


def note(value):
    order.append(value)
    return value


def defaults(a=note("a"), b=note("b"), *, c=note("c"), d=note("d")):
    return a, b, c, d


print(order, defaults(), defaults.__defaults__, defaults.__kwdefaults__)


def shared(items=[]):
    items.append(len(items))
    return items


print(shared(), shared(), shared([9]), shared.__defaults__)
