# Calls back into another version's program.
def call(function, *arguments):
    return function(*arguments)


def loop(function, n):
    for i in range(n):
        function(i)


def generator(function):
    yield "first"
    yield function()


def comprehension(function):
    return [function() for _ in "a"][0]


class Thing:
    def __init__(self, function):
        self.function = function

    def __len__(self):
        return self.function()

    def __enter__(self):
        return self

    def __exit__(self, *arguments):
        return self.function()


def fail():
    raise ValueError("module")
