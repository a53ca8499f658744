# Closures made by a module and by a program, with cells that both change.
# module-versions: closures_module all
import closures_module as m

bump, read = m.counter(5)
print(bump(), bump(10), read(), bump.__closure__[0] is read.__closure__[0], read.__closure__[0].cell_contents)
read.__closure__[0].cell_contents = 100
print(bump(), read())


def own():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return total
    return add


add = own()
print([m.apply(add, n) for n in range(4)], m.compose(add, str, len)(1000), m.compose()(1), m.compose(lambda x: x + 1, m.counter(1)[0])(5))


@m.memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), len(fib.cache), fib.__name__, fib.__code__.co_freevars)
steps = m.later()
f = next(steps)
try:
    f()
except NameError as error:
    print(type(error).__name__)
print(next(steps)())


class C:
    factor = 3

    def method(self):
        return m.apply(lambda x: x * self.factor, 2), m.apply(lambda: __class__.__name__)


print(C().method(), [m.apply(lambda: i) for i in range(3)], [g() for g in [m.compose(lambda x: i) and (lambda: i) for i in range(3)]])
