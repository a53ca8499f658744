# Rich comparison methods: reflection, NotImplemented, non-bool results, containment protocol.
class Loud:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Loud({self.n})"

    def __lt__(self, other):
        print(f"{self} < {other}")
        return self.n < other.n

    def __le__(self, other):
        print(f"{self} <= {other}")
        return NotImplemented

    def __eq__(self, other):
        print(f"{self} == {other}")
        if not isinstance(other, Loud):
            return NotImplemented
        return self.n == other.n

    __hash__ = None


a, b = Loud(1), Loud(2)
print(a < b, a > b, a == b, a != b)
print(a == 5, 5 == a, a != 5)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: a <= b)
attempt(lambda: a >= b)
attempt(lambda: a < 5)
attempt(lambda: 5 < a)
attempt(lambda: hash(a))
attempt(lambda: {a: 1})
attempt(lambda: 1 < "a")
attempt(lambda: "a" >= 1)
attempt(lambda: None < None)
attempt(lambda: [] <= ())
attempt(lambda: object() > object())
attempt(lambda: print < print)
attempt(lambda: {} < {})
attempt(lambda: 1 in 5)
attempt(lambda: 1 in None)
attempt(lambda: 1 in "abc")
attempt(lambda: None not in "abc")
attempt(lambda: [] in {1})
attempt(lambda: [] in {1: 2})
attempt(lambda: "a" in b"abc")
attempt(lambda: 300 in b"abc")


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def __lt__(self, other):
        return [r < other for r in self.rows]

    def __eq__(self, other):
        return [r == other for r in self.rows]


m = Matrix([1, 5, 3])
print(m < 4, m == 5, m > 4 if False else "", m != 3)
if m < 4:
    print("a non-empty list is true")


class BoolFails:
    def __bool__(self):
        raise ValueError("cannot be true or false")


class GivesBad:
    def __lt__(self, other):
        return BoolFails()

    def __eq__(self, other):
        raise KeyError("in eq")


attempt(lambda: GivesBad() < 1 and 2)
attempt(lambda: "taken" if GivesBad() < 1 else "not")
attempt(lambda: GivesBad() < 1 < 2)
attempt(lambda: GivesBad() == 1)
attempt(lambda: 1 in [GivesBad()])


class HasContains:
    def __contains__(self, item):
        return "yes" if item == 1 else ""


class HasIter:
    def __iter__(self):
        return iter([1, 2, 3])


class HasGetitem:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 10


class NoContains(HasIter):
    __contains__ = None


print(1 in HasContains(), 2 in HasContains(), 2 in HasIter(), 9 in HasIter(), 20 in HasGetitem(), 25 in HasGetitem())
attempt(lambda: 1 in NoContains())


class Priority(Loud):
    def __gt__(self, other):
        print("subclass first")
        return "from subclass"


print(Loud(1) < Priority(2))
same = [GivesBad()]
print(same[0] in same, same == same)
