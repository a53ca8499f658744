# Functions that another version's program calls.
def plain(a, b=2, *args, c=3, **kwargs):
    return a, b, args, c, kwargs


def positional(a, /, b):
    return a, b


def keyword(*, k):
    return k


def calls(function, *args, **kwargs):
    return function(*args, **kwargs)


def shared(items=[]):
    items.append(len(items))
    return items


double = lambda x: x * 2
