# Classes: creation, inheritance, MRO, special methods, class attributes, nested classes.
class Animal:
    count = 0
    kinds = []

    def __init__(self, name):
        self.name = name
        Animal.count += 1
        self.kinds.append(type(self).__name__)

    def speak(self):
        return "..."

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"

    def __str__(self):
        return f"{self.name} says {self.speak()}"

    def __eq__(self, other):
        return isinstance(other, Animal) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __lt__(self, other):
        return self.name < other.name


class Dog(Animal):
    def speak(self):
        return "woof"


class Puppy(Dog):
    def __init__(self, name, age=0):
        super().__init__(name)
        self.age = age

    def speak(self):
        return super().speak() + "!"


animals = [Animal("x"), Dog("rex"), Puppy("bit", age=1)]
print(animals, [str(a) for a in animals], Animal.count, Animal.kinds)
print(sorted(animals), Dog("rex") == Animal("rex"), len({Dog("a"), Animal("a")}), Dog("a") != Dog("b"))
print(isinstance(animals[2], Animal), issubclass(Puppy, Dog), Puppy.__mro__, Puppy.__bases__, Puppy.__name__, Puppy.__qualname__, Puppy.__module__)


class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, i):
        return self.parts[i]

    def __iter__(self):
        return iter(self.parts)

    def __contains__(self, x):
        return x in self.parts

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self, other)))

    def __mul__(self, k):
        return Vector(*(a * k for a in self))

    __rmul__ = __mul__

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self, other))

    def __bool__(self):
        return any(self.parts)

    def __call__(self, f):
        return Vector(*map(f, self))

    def __repr__(self):
        return f"<{', '.join(map(str, self.parts))}>"

    def __format__(self, spec):
        return "|".join(format(p, spec) for p in self.parts)

    def __reversed__(self):
        return Vector(*self.parts[::-1])

    def __int__(self):
        return int(self.parts[0])

    def __float__(self):
        return float(self.parts[0])

    def __round__(self, n=None):
        return Vector(*(round(p, n) for p in self))


v, w = Vector(1, 2, 3), Vector(4, 5, 6)
print(v + w, v * 2, 3 * v, v @ w, len(v), v[0], v[1:], 2 in v, bool(Vector(0, 0)), v(lambda x: x * x), f"{v:03d}", reversed(v), int(w), float(w), round(Vector(1.26, 2.5), 1), list(v), sum(v))


class Diamond:
    def who(self):
        return ["Diamond"]


class L(Diamond):
    def who(self):
        return ["L"] + super().who()


class R(Diamond):
    def who(self):
        return ["R"] + super().who()


class B(L, R):
    def who(self):
        return ["B"] + super().who()


print(B().who(), [c.__name__ for c in B.mro()])


class Outer:
    class Inner:
        class Deep:
            value = "deep"

            def name(self):
                return type(self).__qualname__

    def make(self):
        return self.Inner.Deep()


print(Outer.Inner.Deep.value, Outer().make().name())


class Empty:
    pass


class Documented:
    """A docstring."""
    x: int = 1


print(Empty.__doc__, Documented.__doc__, Empty().__dict__, Empty.__dict__.keys() >= {"__dict__", "__weakref__"})
Empty.added = lambda self: "added later"
print(Empty().added())


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def bad_mro():
    class X(Diamond, L):
        pass


def duplicate_base():
    class X(L, L):
        pass


def not_a_base():
    class X(5):
        pass


def final_base():
    class X(bool):
        pass


def layout_conflict():
    class X(int, str):
        pass


def function_base():
    class X(attempt):
        pass


def body_raises():
    class X:
        y = 1 / 0


attempt(bad_mro)
attempt(duplicate_base)
attempt(not_a_base)
attempt(final_base)
attempt(layout_conflict)
attempt(function_base)
attempt(body_raises)
attempt(lambda: type("X", (), {"__slots__": 5}))
attempt(lambda: type(5, (), {}))
attempt(lambda: type("X", 5, {}))
attempt(lambda: type("X", (), 5))
attempt(lambda: type("a", "b"))
attempt(lambda: setattr(B, "__bases__", 5))
attempt(lambda: setattr(B, "__name__", 5))
attempt(lambda: object().x)
attempt(lambda: setattr(object(), "x", 1))


class IntLike(int):
    def __new__(cls, value, extra):
        self = super().__new__(cls, value)
        self.extra = extra
        return self

    def double(self):
        return self * 2


i = IntLike(5, "e")
print(i, i + 1, i.double(), i.extra, type(i).__name__, type(i + 1).__name__, isinstance(i, int), [10, 20, 30, 40, 50, 60][i], i == 5, hash(i) == hash(5))


class Str(str):
    def shout(self):
        return self.upper() + "!"


print(Str("hey").shout(), Str("a") + "b", type(Str("a") + "b").__name__, {Str("k"): 1}["k"])


class Tup(tuple):
    def __new__(cls, *items):
        return tuple.__new__(cls, items)


print(Tup(1, 2), len(Tup(1, 2)), Tup(1)[0])
print(type("Dynamic", (Dog,), {"speak": lambda self: "dyn"})("d").speak())
