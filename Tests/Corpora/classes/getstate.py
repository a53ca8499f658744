# object.__getstate__: what copy and pickle take of an instance.
# versions: 3.11-
class Plain:
    pass


class Slotted:
    __slots__ = ("a", "b")


class Both(Slotted):
    pass


plain, slotted, both = Plain(), Slotted(), Both()
print(object().__getstate__(), plain.__getstate__(), slotted.__getstate__(), both.__getstate__())
plain.x = slotted.a = both.b = both.c = 1
print(plain.__getstate__(), slotted.__getstate__(), both.__getstate__(), plain.__getstate__() is plain.__dict__)
print([1].__getstate__(), "text".__getstate__(), ValueError("x").__getstate__())
