# Closures: factories, shared state, late binding, nested scopes, class cells, decorators.
def adder(n):
    def add(x):
        return x + n
    return add


add5, add7 = adder(5), adder(7)
print(add5(1), add7(1), add5.__closure__[0].cell_contents, add5.__code__.co_freevars, add5.__code__ is add7.__code__)


def account(balance):
    history = []

    def deposit(amount):
        nonlocal balance
        balance += amount
        history.append(amount)
        return balance

    def report():
        return balance, list(history), len(history)

    return {"deposit": deposit, "report": report}


one, two = account(10), account(20)
one["deposit"](5)
two["deposit"](-5)
print(one["report"](), two["report"]())


def late():
    return [lambda: i for i in range(3)], [lambda i=i: i for i in range(3)]


print([[f() for f in fs] for fs in late()])


def compose(*functions):
    def composed(x):
        for function in reversed(functions):
            x = function(x)
        return x
    return composed


print(compose(str, add5, abs)(-3))


def memoize(function):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), len(fib.cache))


def repeat(times, *, log):
    def decorate(function):
        def wrapper(*args, **kwargs):
            log.append(function.__name__)
            return [function(*args, **kwargs) for _ in range(times)]
        return wrapper
    return decorate


log = []


@repeat(2, log=log)
@repeat(1, log=log)
def greet(name, mark="!"):
    return name + mark


print(greet("hi"), greet("yo", mark="?"), log)


def counter_class():
    count = 0

    class Counter:
        def __init__(self):
            nonlocal count
            count += 1
            self.number = count

        @staticmethod
        def total():
            return count

        def me(self):
            return __class__.__name__, self.number

    return Counter


Counter = counter_class()
print(Counter().number, Counter().number, Counter.total(), Counter().me())


def four():
    a = 1

    def f1():
        b = 2

        def f2():
            c = 3

            def f3():
                nonlocal a, b
                a += 1
                b += a
                return a, b, c
            return f3
        return f2
    return f1


deep = four()()()
print(deep(), deep())


def argument_cells(a, *args, b=1, **kwargs):
    def show():
        return a, args, b, kwargs

    def change(new):
        nonlocal a, args
        a, args = new, (new,)
    return show, change


show, change = argument_cells(1, 2, 3, c=4)
print(show())
change("n")
print(show())


def generator_closure(items):
    total = 0

    def run():
        nonlocal total
        for item in items:
            total += item
            yield total
    return run, lambda: total


run, total = generator_closure([1, 2, 3])
print(list(run()), total())


def exec_order():
    result = []
    for name in ("a", "b"):
        def named(name=name, index=len(result)):
            return name, index
        result.append(named)
    return [f() for f in result]


print(exec_order())
cell = adder(1).__closure__[0]
cell.cell_contents = 100
print(type(cell).__name__, cell.cell_contents)
rebound = adder(1)
rebound.__closure__[0].cell_contents = 50
print(rebound(1))


def empty_cell():
    def f():
        return x
    try:
        f.__closure__[0].cell_contents
    except ValueError as error:
        print(type(error).__name__, error)
    x = 1
    return f


print(empty_cell()())
print((lambda x: (lambda y: (lambda z: x + y + z)))(1)(2)(3))
