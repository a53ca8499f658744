# Which lines tracebacks say that exceptions went through.
def places(action):
    try:
        action()
    except BaseException as error:
        result, traceback = [], error.__traceback__.tb_next
        while traceback:
            result.append(traceback.tb_frame.f_code.co_name + ":" + str(traceback.tb_lineno))
            traceback = traceback.tb_next
        print(action.__name__, type(error).__name__, " ".join(result))


def simple():
    raise ValueError


def over_lines():
    return (1 +
            2 +
            None)


def call_over_lines():
    return simple(
    ) or len(
        "a",
        "b",
    )


def arguments_over_lines():
    return len(
        [
            1,
            1 // 0,
        ]
    )


def reraised():
    try:
        simple()
    except ValueError:
        raise


def raised_again():
    try:
        simple()
    except ValueError as error:
        raise error


def through_finally():
    try:
        simple()
    finally:
        x = 1


def from_finally():
    try:
        pass
    finally:
        simple()


def through_with():
    class Manager:
        def __enter__(self):
            pass

        def __exit__(self, *arguments):
            pass
    with Manager():
        simple()


def from_exit():
    class Manager:
        def __enter__(self):
            pass

        def __exit__(self, *arguments):
            simple()
    with Manager():
        pass


def in_loop():
    for i in (2, 1,
              0):
        1 // i


def iterating():
    class Bad:
        def __iter__(self):
            return self

        def __next__(self):
            raise KeyError
    for _ in Bad():
        pass


def generator():
    def g():
        yield 1
        simple()
    for _ in g():
        pass


def delegated():
    def inner():
        yield
        simple()

    def outer():
        yield from inner()
    list(outer())


def decorator():
    def bad(f):
        raise ValueError

    @bad
    def f():
        pass


def class_body():
    class C:
        x = 1
        y = x // 0


def default_value():
    def f(a,
          b=1 // 0):
        pass


def comparison_chain():
    return (1
            < 2
            < None)


def conditional():
    if (None
            and 1
            or 1 // 0):
        pass


def subscript_store():
    x = {}
    x[
        []
    ] = 1


def attribute_chain():
    return (simple
            .__name__
            .missing
            .other)


def unpacking():
    a, \
        b = 1,


def assertion():
    assert (
        False
    ), "message"


def string_formatting():
    return f"{1}" \
        f"{2:d}" \
        f"{None:d}"


def nested_calls():
    return over(over(
        over(1)))


def over(x):
    return x // (x - 1)


def multi_line_dict():
    return {
        "a": 1,
        "b": 1 // 0,
        "c": 3,
    }


def lambdas():
    f = lambda: (
        1 // 0
    )
    return f()


def while_condition():
    n = 2
    while 1 // n:
        n -= 1
        n -= 1


for action in (simple, over_lines, call_over_lines, arguments_over_lines, reraised, raised_again, through_finally, from_finally, through_with, from_exit, in_loop, iterating,
               generator, delegated, decorator, class_body, default_value, comparison_chain, conditional, subscript_store, attribute_chain, unpacking, assertion,
               string_formatting, nested_calls, multi_line_dict, lambdas, while_condition):
    places(action)
