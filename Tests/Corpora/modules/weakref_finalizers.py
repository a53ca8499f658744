# weakref.finalize and WeakMethod; what is left runs when the program ends, the newest first.
import atexit
import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name
        self.circle = self

    def method(self, *args):
        return self.name, args


log = []


def note(*args, **kwargs):
    log.append((args, sorted(kwargs.items())))
    return "noted"


def calls():
    thing = Thing("a")
    f = weakref.finalize(thing, note, 1, key="v")
    print(f.alive, f.atexit, f.peek()[0] is thing, f.peek()[1] is note, f.peek()[2:], repr(f).startswith("<finalize object at 0x"), "for 'Thing' at" in repr(f))
    print(f(), f(), f.alive, f.peek(), f.detach(), repr(f).endswith("; dead>"), log)
    f = weakref.finalize(thing, note, 2)
    f.atexit = False
    obj, func, args, kwargs = f.detach()
    print(obj is thing, func is note, args, kwargs, f.alive, f.atexit, f())
    f.atexit = True
    print(f.atexit)
    for bad in (lambda: weakref.finalize(5, note), lambda: weakref.finalize()):
        try:
            bad()
        except TypeError as error:
            print("TypeError", "cannot create weak reference" in str(error))


def dying():
    del log[:]

    def make():
        thing = Thing("b")
        weakref.finalize(thing, note, "died")
        return weakref.finalize(thing, note, "second"), weakref.WeakMethod(thing.method, lambda r: note("method"))

    second, method = make()
    gc.collect()
    print(sorted(entry[0][0] for entry in log), second.alive, method())


def methods():
    thing = Thing("m")
    method = weakref.WeakMethod(thing.method)
    print(method()(1, 2), method() == thing.method, method == weakref.WeakMethod(thing.method), hash(method) == hash(weakref.WeakMethod(thing.method)))
    other = Thing("o")
    print(method == weakref.WeakMethod(other.method), method != weakref.WeakMethod(other.method), method == 5, isinstance(method, weakref.ref))
    try:
        weakref.WeakMethod(len)
    except TypeError as error:
        print(str(error)[:34])
    try:
        weakref.WeakMethod(methods)
    except TypeError as error:
        print(error)


class Subclass(weakref.finalize):
    pass


for part in (calls, dying, methods):
    print("--", part.__name__)
    part()

survivor = Thing("survivor")
weakref.finalize(survivor, print, "exit: first made, last run")
off = weakref.finalize(survivor, print, "exit: never")
off.atexit = False
atexit.register(print, "atexit function registered later than the first finalizer")
Subclass(survivor, print, "exit: subclass")
weakref.finalize(survivor, print, "exit: last made, first run", sep="|")
print("end")
