# __del__, resurrection, and weak references beside them: after a collection, each once.
import gc
import sys
import weakref

log = []
saved = []


class Thing:
    def __init__(self, name, partner=None):
        self.name = name
        self.partner = partner or self

    def __del__(self):
        log.append("del " + self.name)


class Phoenix(Thing):
    def __del__(self):
        log.append("burn " + self.name)
        saved.append(self)


class Faulty(Thing):
    def __del__(self):
        raise ValueError("in " + self.name)


def circle():
    a = Thing("a")
    b = Thing("b", a)
    a.partner = b


def once():
    Phoenix("p")


def resurrected():
    once()
    gc.collect()
    print(log, len(saved), saved[0].name)
    del log[:]
    saved.clear()
    gc.collect()
    print(log, len(saved))


def with_references():
    def make():
        thing = Thing("watched")
        return weakref.ref(thing, lambda r: log.append("callback"))

    reference = make()
    gc.collect()
    print(sorted(log), reference())


def faulty():
    seen = []
    sys.unraisablehook = lambda info: seen.append((info.exc_type.__name__, str(info.exc_value)))
    Faulty("f")
    gc.collect()
    print(seen)
    sys.unraisablehook = sys.__unraisablehook__


def generators():
    def generate():
        try:
            yield 1
            yield 2
        finally:
            log.append("finally")

    def start():
        g = generate()
        next(g)
        holder = [g]
        holder.append(holder)

    start()
    gc.collect()
    print(log)


def nested():
    class Maker:
        def __init__(self):
            self.me = self

        def __del__(self):
            log.append("outer")
            Inner()
            gc.collect()
            log.append("outer done")

    class Inner:
        def __init__(self):
            self.me = self

        def __del__(self):
            log.append("inner")

    Maker()
    gc.collect()
    gc.collect()
    print(sorted(log))


for part in (circle, resurrected, with_references, faulty, generators, nested):
    del log[:]
    print("--", part.__name__)
    part()
    gc.collect()
    print(sorted(log))
