# with: enter, exit, suppression, several managers, errors, lookups on the type.
class Manager:
    def __init__(self, name, suppress=False):
        self.name, self.suppress = name, suppress

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, repr(value), traceback.tb_lineno if traceback else None)
        return self.suppress


with Manager("a") as a:
    print("body", a)
with Manager("b"), Manager("c") as c, Manager("d"):
    print(c)
with Manager("s", suppress=True):
    raise ValueError("suppressed")
print("went on")
try:
    with Manager("p"):
        with Manager("inner", suppress=1):
            raise KeyError("inner is suppressed")
        raise ValueError("outer is not")
except ValueError as error:
    print("caught", error)


def returns():
    with Manager("r"):
        return "returned"


def breaks():
    for i in range(3):
        with Manager(str(i)):
            if i == 0:
                continue
            break
    return i


print(returns(), breaks())
with Manager("target") as [first, *rest]:
    print(first, rest)
holder = {}
with Manager("item") as holder["key"]:
    print(holder)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, repr(error.__context__))


class NoEnter:
    def __exit__(self, *args):
        pass


class NoExit:
    def __enter__(self):
        pass


class Instance:
    pass


instance = Instance()
instance.__enter__ = lambda: print("not looked up on the instance")
instance.__exit__ = lambda *args: None


class RaisingEnter(NoEnter):
    def __enter__(self):
        raise OSError("enter failed")


class RaisingExit(NoExit):
    def __exit__(self, *args):
        raise OSError("exit failed")


class BadSignature(NoExit):
    def __exit__(self):
        pass


class BadTruth(NoExit):
    def __exit__(self, *args):
        class Undecided:
            def __bool__(self):
                raise TypeError("undecided")
        return Undecided()


class Async:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *args):
        pass


def use(manager, fail=False):
    with manager:
        if fail:
            raise ValueError("body failed")
        return "body"


for manager in (NoEnter(), NoExit(), instance, 5, None, RaisingEnter(), RaisingExit(), BadSignature(), BadTruth(), Async()):
    attempt(lambda: use(manager))
for manager in (RaisingExit(), BadSignature(), BadTruth()):
    attempt(lambda: use(manager, fail=True))


class Replacing:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        raise RuntimeError("replacement") from value


try:
    with Replacing():
        raise ValueError("original")
except RuntimeError as error:
    print(error, repr(error.__cause__), repr(error.__context__))


class Stack:
    def __init__(self):
        self.callbacks = []

    def push(self, callback):
        self.callbacks.append(callback)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        while self.callbacks:
            self.callbacks.pop()()


with Stack() as stack:
    for i in range(3):
        stack.push(lambda i=i: print("callback", i))
    print("pushed")


def generator():
    with Manager("in generator"):
        yield 1
        yield 2


for value in generator():
    print(value)
g = generator()
next(g)
g.close()
g = generator()
next(g)
try:
    g.throw(KeyError("thrown"))
except KeyError:
    print("out of the generator")
