# __slots__: storage without a dict, inheritance, errors.
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


p = Point(1, 2)
p.x += 5
print(p, Point.__slots__)


def attempt(action):
    try:
        print(action())
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(lambda: setattr(p, "z", 1))
attempt(lambda: p.__dict__)
attempt(lambda: p.z)
del p.y
attempt(lambda: p.y)
attempt(lambda: delattr(p, "y"))
p.y = "again"
print(p.y)
print(type(Point.x).__name__, Point.x.__get__(p))
attempt(lambda: Point.x.__get__(5))


class Point3(Point):
    __slots__ = ("z",)


q = Point3(1, 2)
q.z = 3
print(q.x, q.y, q.z)
attempt(lambda: setattr(q, "w", 1))


class Open(Point):
    pass


o = Open(7, 8)
o.anything = 9
print(o.x, o.anything, o.__dict__)


def conflicting():
    class Bad:
        __slots__ = ("a",)
        a = 1


def not_identifier():
    class Bad:
        __slots__ = ("not valid",)


attempt(conflicting)
attempt(not_identifier)


class Single:
    __slots__ = "only"


s = Single()
s.only = "a string names one slot"
print(s.only)


class Private:
    __slots__ = ("__hidden",)

    def __init__(self):
        self.__hidden = "mangled"

    def show(self):
        return self.__hidden


print(Private().show(), hasattr(Private(), "_Private__hidden"))
