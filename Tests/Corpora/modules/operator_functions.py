# operator: functions, getters, messages.
import operator
from operator import attrgetter, itemgetter, methodcaller


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


for name in operator.__all__:
    print(name, end=" ")
print()
pairs = [(7, 2), (2, 3)]
for name in "add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor eq ne lt le gt ge is_ is_not".split():
    print(name, [getattr(operator, name)(a, b) for a, b in pairs], getattr(operator, name).__name__)
for name in "iadd isub imul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor".split():
    print(name, [getattr(operator, name)(a, b) for a, b in pairs])
print(operator.neg(3), operator.pos(-3), operator.inv(5), operator.invert(-1), operator.abs(-4), operator.not_([]), operator.truth("x"), operator.index(True))
numbers = [1]
print(operator.iadd(numbers, [2]), numbers, operator.iconcat(numbers, (3,)), operator.concat("ab", "cd"), operator.concat([1], [2]))
print(operator.contains([1, 2], 2), operator.countOf([1, 2, 1, 1.0], 1), operator.indexOf("hello", "l"), operator.getitem({"a": 1}, "a"))
table = {}
operator.setitem(table, "k", 5)
print(table, operator.delitem(table, "k"), table, operator.length_hint([1, 2]), operator.length_hint(iter("abc")), operator.length_hint(5, 9))
print(operator.__add__ is operator.add, operator.__not__ is operator.not_)
for args in [("add", 1), ("add", 1, "a"), ("concat", 1, 2), ("indexOf", [1], 2), ("index", "a"), ("countOf", 1, 1), ("neg", "a"), ("length_hint", 1, "a"), ("not_",), ("matmul", 1, 2)]:
    attempt(getattr(operator, args[0]), *args[1:])


class Point:
    def __init__(self, x, inner=None):
        self.x = x
        self.inner = inner

    def scale(self, k=1, *, by=0):
        return self.x * k + by


p = Point(3, Point(4))
print(itemgetter(1)([5, 6]), itemgetter(0, -1)("abc"), itemgetter("a")({"a": 7}), itemgetter(slice(1, None))("hello"))
print(attrgetter("x")(p), attrgetter("inner.x")(p), attrgetter("x", "inner.x")(p))
print(methodcaller("scale")(p), methodcaller("scale", 2, by=1)(p), methodcaller("upper")("abc"))
print(itemgetter(1, 2), attrgetter("a.b", "c"), methodcaller("f", 1, k="v"), methodcaller("g"))
print(sorted([(2, "b"), (1, "c"), (3, "a")], key=itemgetter(1)), max([Point(1), Point(9), Point(4)], key=attrgetter("x")).x)
for f, args in [(itemgetter, ()), (itemgetter(1), ()), (itemgetter(1), (5,)), (itemgetter(9), ([1],)), (attrgetter, ()), (attrgetter, (1,)), (attrgetter("y"), (p,)),
                (attrgetter("inner.z"), (p,)), (methodcaller, ()), (methodcaller, (1,)), (methodcaller("nothing"), (p,)), (methodcaller("scale"), ())]:
    attempt(f, *args)
