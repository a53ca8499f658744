"""What is said where something is not iterable, or says so itself."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

class Odd:
    def __init__(self, value): self.value = value

    def __iter__(self):
        if isinstance(self.value, Exception): raise self.value
        return self.value


def assign(target, key, value): target[key] = value


def unpack(value):
    a, b = value
    return a, b


CASES = (Odd(5), Odd(None), Odd(TypeError("own type error")), Odd(ValueError("own value error")), 5, None, Odd(iter([1, "a"])))
for number, case in enumerate(CASES):
    show("%d str.join" % number, ",".join, case)
    show("%d bytes.join" % number, b",".join, case)
    show("%d slice" % number, assign, [1, 2, 3], slice(0, 2), case)
    show("%d extended slice" % number, assign, [1, 2, 3], slice(None, None, 2), case)
    show("%d in" % number, lambda: 1 in case)
    show("%d list" % number, list, case)
    show("%d unpack" % number, unpack, case)
    show("%d star" % number, lambda: [*case])
    show("%d call" % number, lambda: (lambda *a: a)(*case))
    show("%d set" % number, set().update, case)
    show("%d dict" % number, dict, case)
    show("%d bytearray" % number, bytearray().extend, case)
    show("%d bytes slice" % number, assign, bytearray(b"abc"), slice(0, 1), case)
    show("%d sum" % number, sum, case)
    show("%d zip" % number, lambda: list(zip(case)))
    show("%d from" % number, lambda: list((lambda: (yield from case))()))
