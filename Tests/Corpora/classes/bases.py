"""Assignment to __bases__ and to __class__: checks, method resolution, what is cached about classes."""


def attempt(action):
    try:
        print("ok", action())
    except Exception as e:
        print(type(e).__name__, e)


def assign(cls, bases):
    cls.__bases__ = bases
    return [c.__name__ for c in cls.__mro__]


class A:
    def who(self):
        return "A"


class B:
    def who(self):
        return "B"

    def only(self):
        return "only B"


class C(A):
    pass


class D(C):
    pass


c, d = C(), D()
print(c.who(), d.who(), hasattr(c, "only"))
C.__bases__ = (B,)
print(c.who(), d.who(), d.only(), C.__bases__, C.__base__, D.__mro__)
print(A.__subclasses__(), B.__subclasses__(), issubclass(D, A), isinstance(d, B))
C.__bases__ = (A, B)
print(c.who(), d.only(), D.__mro__, A.__subclasses__(), B.__subclasses__())

# Special methods and hooks come and go.


class Hooks:
    def __getattr__(self, name):
        return "made " + name

    def __call__(self):
        return "called"

    def __len__(self):
        return 0

    def __eq__(self, other):
        return True


C.__bases__ = (Hooks, A)
print(c.missing, d.missing, c(), d(), bool(c), len(d), c == 5)
C.__bases__ = (A,)
attempt(lambda: c.missing)
attempt(lambda: c())
attempt(lambda: len(d))
print(bool(c), c == 5)


class Constructing:
    def __init__(self, value):
        self.value = value


C.__bases__ = (Constructing,)
print(D(3).value)
attempt(lambda: D())
C.__bases__ = (A,)
attempt(lambda: D(3))
print(type(D()).__name__)


class Data:
    x = property(lambda self: "computed")


d.x = "own"
print(d.x)
C.__bases__ = (Data, A)
print(d.x)
C.__bases__ = (A,)
print(d.x)

# What is refused.
for bases in [5, None, [A], (), (5,), (A, 5), (C,), (D,), (A, A), (int,), (bool,), (object,), (type,), (A, object), (object, A), (dict,), (Exception,)]:
    attempt(lambda: assign(C, bases))
print(C.__bases__, C.__mro__)
attempt(lambda: assign(int, (A,)))
attempt(lambda: delattr(C, "__bases__"))
attempt(lambda: delattr(int, "__bases__"))


class Slotted:
    __slots__ = ("s",)


class Slotted2:
    __slots__ = ("s",)


class Slotted3:
    __slots__ = ("t",)


class Empty:
    __slots__ = ()


class SubSlotted(Slotted):
    pass


class WithDict(A):
    pass


class L(list):
    pass


class L2(list):
    def extra(self):
        return len(self) + 1


class L3(L):
    pass


attempt(lambda: assign(C, (Slotted,)))
attempt(lambda: assign(C, (Empty,)))
attempt(lambda: assign(C, (L,)))
attempt(lambda: assign(SubSlotted, (Slotted2,)))
attempt(lambda: assign(SubSlotted, (Slotted3,)))
attempt(lambda: assign(SubSlotted, (A,)))
attempt(lambda: assign(L3, (L2,)))
attempt(lambda: L3("ab").extra())
attempt(lambda: assign(L3, (list,)))
attempt(lambda: assign(L3, (A, L2)))
attempt(lambda: assign(L3, (dict,)))


class Direct:
    pass


attempt(lambda: assign(Direct, (A,)))
attempt(lambda: assign(Direct, (Empty,)))
attempt(lambda: assign(Direct, (object, )))


class X(A):
    pass


class Y(A):
    pass


class Z(X, Y):
    pass


class W(Y):
    pass


attempt(lambda: assign(W, (Y, X)))
attempt(lambda: assign(W, (A, X)))
attempt(lambda: assign(X, (Y,)))
attempt(lambda: assign(Y, (X,)))
print(X.__mro__, Z.__mro__)


class P(A):
    pass


class Q(A):
    pass


class R(P, Q):
    pass


attempt(lambda: assign(Q, (P,)))
attempt(lambda: assign(P, (B,)))
print(Q.__bases__, Q.__mro__, R.__mro__, P.__subclasses__(), A.__subclasses__())

# A metaclass with mro().


class Meta(type):
    calls = []
    answer = None

    def mro(cls):
        Meta.calls.append(cls.__name__)
        if Meta.answer is not None:
            return Meta.answer
        return super().mro()


class M(A, metaclass=Meta):
    pass


class N(M):
    pass


print(Meta.calls)
Meta.calls.clear()
print(assign(M, (B,)), Meta.calls, [c.__name__ for c in N.__mro__])
for answer in [[], [5], (int,), 5, [M, object], [M, list, object]]:
    Meta.answer = answer
    attempt(lambda: assign(M, (A,)))
    attempt(lambda: type.__new__(Meta, "T", (A,), {}))
Meta.answer = None
print([c.__name__ for c in M.__mro__], M.__bases__)

# __class__


class Like:
    pass


class TwoSlots:
    __slots__ = ("b", "a")


class TwoSlots2:
    __slots__ = ("a", "b")


class OtherSlots:
    __slots__ = ("a", "c")


def reclass(value, cls):
    value.__class__ = cls
    return type(value).__name__


t = TwoSlots()
t.a, t.b = 1, 2
attempt(lambda: reclass(t, TwoSlots2))
print(t.a, t.b)
attempt(lambda: reclass(t, OtherSlots))
attempt(lambda: reclass(t, Like))
attempt(lambda: reclass(Like(), TwoSlots))
attempt(lambda: reclass(Like(), A))
attempt(lambda: reclass(L(), L2))
attempt(lambda: reclass(L(), Like))
attempt(lambda: reclass(L(), list))
attempt(lambda: reclass(5, int))
attempt(lambda: reclass(Like(), 5))
attempt(lambda: reclass(Like(), object))
attempt(lambda: delattr(Like(), "__class__"))
attempt(lambda: reclass(Empty(), Like))
attempt(lambda: reclass(SubSlotted(), Slotted))
attempt(lambda: type("Twice", (), {"__slots__": ("a", "a")}))
