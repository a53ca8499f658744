# What mappings behind ** raise, and what callables make of it.


class Mapping:
    def __init__(self, error, place):
        self.error = error
        self.place = place

    def keys(self):
        if self.place == "keys":
            raise self.error
        return ["p", "q"]

    def __getitem__(self, key):
        if self.place == "item":
            raise self.error
        return 1


class Native:
    keys = ["q"].copy
    __getitem__ = {}.__getitem__


class Subscript:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, key):
        return {}[key]


class Handling(Subscript):
    def __getitem__(self, key):
        try:
            1 / 0
        except ZeroDivisionError:
            return {}[key]


class Caught(Subscript):
    def __getitem__(self, key):
        try:
            return {}[key]
        finally:
            key = None


class Keys:
    def __init__(self, *names):
        self.names = names

    def keys(self):
        return self.names

    def __getitem__(self, key):
        return 1


class KeyErrorOfOurs(KeyError):
    pass


def function(**keywords):
    return keywords


class Class:
    def __init__(self, **keywords):
        self.keywords = keywords


def attempt(action):
    try:
        action()
        print("fine")
    except Exception as e:
        print(type(e).__name__, e, repr(e.__context__))


for error in (
    KeyError("x"), KeyError(), KeyError("x", "y"), KeyError(5), KeyError(("a", "b")), KeyErrorOfOurs("z"), ValueError("x"), AttributeError("x"),
    IndexError("x"), LookupError(1),
):
    for place in "keys", "item":
        mapping = Mapping(error, place)
        for action in (
            lambda: function(**mapping), lambda: function(a=1, **mapping), lambda: dict(**mapping), lambda: dict(mapping),
            lambda: {**mapping}, lambda: print(a=1, **mapping), lambda: Class(**mapping), lambda: function(**mapping, **{"a": 1}),
        ):
            error.__context__ = None
            attempt(action)
for mapping in Native(), Subscript(), Handling(), Caught(), Keys("a", "a"), Keys(5, 5), Keys((1, 2)), {"a": 1}, {5: 1}, 5:
    attempt(lambda: function(**mapping))
    attempt(lambda: function(a=1, **mapping))
    attempt(lambda: function(b=1, **mapping))
    attempt(lambda: Class(a=1, **mapping))
    attempt(lambda: function(**{"a": 1}, **mapping))
try:
    1 / 0
except ZeroDivisionError:
    attempt(lambda: function(a=1, **{"a": 2}))
    attempt(lambda: function(**{"a": 1}, **{"a": 2}))
    attempt(lambda: function(a=1, **Subscript()))
    attempt(lambda: dict(a=1, **{"a": 2}))
