# raise in every form: class, instance, from, bare; what may and may not be raised.
def attempt(action):
    try:
        action()
    except BaseException as error:
        cause, context = error.__cause__, error.__context__
        print(type(error).__name__, error, "| args", error.args, "| cause", repr(cause), "| context", repr(context),
              "| suppressed", error.__suppress_context__)


def by_class():
    raise ValueError


def by_instance():
    raise ValueError("message", 2)


def from_class():
    raise ValueError("a") from KeyError


def from_instance():
    raise ValueError("a") from KeyError("k")


def from_none():
    try:
        raise KeyError("hidden")
    except KeyError:
        raise ValueError("shown") from None


def implicit():
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second")


def in_finally():
    try:
        raise KeyError("first")
    finally:
        raise ValueError("from finally")


def bare_outside():
    raise


def bare_inside():
    try:
        raise KeyError("again")
    except KeyError:
        raise


def bare_in_function():
    def helper():
        raise
    try:
        raise KeyError("through helper")
    except KeyError:
        helper()


def raise_int():
    raise 5


def raise_str():
    raise "text"


def raise_none():
    raise None


def raise_class_not_exception():
    raise int


def from_int():
    raise ValueError("x") from 5


def from_non_exception_class():
    raise ValueError("x") from int


class Needs(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)


def class_that_needs_arguments():
    raise Needs


class NotException(Exception):
    def __new__(cls):
        return "not an exception"


def class_that_makes_no_exception():
    raise NotException


class FailsToConstruct(Exception):
    def __init__(self):
        raise OSError("constructor failed")


def failing_constructor():
    raise FailsToConstruct


def cause_failing_constructor():
    raise ValueError("v") from FailsToConstruct


class Custom(Exception):
    def __init__(self, code):
        self.code = code

    def __str__(self):
        return f"custom code {self.code}"


def custom():
    raise Custom(7)


for function in (by_class, by_instance, from_class, from_instance, from_none, implicit, in_finally, bare_outside, bare_inside,
                 bare_in_function, raise_int, raise_str, raise_none, raise_class_not_exception, from_int, from_non_exception_class,
                 class_that_needs_arguments, class_that_makes_no_exception, failing_constructor, cause_failing_constructor, custom):
    print(function.__name__, end=": ")
    attempt(function)
e = ValueError("reused")
for i in range(2):
    try:
        raise e
    except ValueError as caught:
        print(caught is e)
k = KeyError("key")
print(str(k), repr(k), repr(ValueError()), str(ValueError()), repr(ValueError(1)), str(ValueError(1, 2)))
try:
    raise ValueError("x").with_traceback(None)
except ValueError as error:
    print(error.__traceback__ is not None, error.__traceback__.tb_lineno, error.__traceback__.tb_next)
e = ValueError("plain")
try:
    e.__cause__ = 5
except TypeError as error:
    print(error)
try:
    e.__context__ = "no"
except TypeError as error:
    print(error)
try:
    e.__traceback__ = 1
except TypeError as error:
    print(error)
print([c.__name__ for c in KeyError.__mro__], issubclass(RecursionError, RuntimeError), issubclass(StopIteration, Exception),
      issubclass(KeyboardInterrupt, Exception), issubclass(ModuleNotFoundError, ImportError))
print(StopIteration(5).value, SystemExit(3).code, repr(OSError(2, "No such file")), OSError(2, "No such file").errno, str(OSError(2, "text", "name")))
