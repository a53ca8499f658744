# What is said of the arguments of Python functions, and of what is unpacked in calls.
def show(name, function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as e:
        result = "%s: %s" % (type(e).__name__, e)
    print(name, result)


class Class:
    def method(self, first):
        pass

    @classmethod
    def of_class(cls):
        pass

    def __call__(self):
        pass


def function(abc):
    pass


def outer():
    def inner(a, *, b):
        pass

    return inner


show("missing", Class().method)
show("too many", Class().method, 1, 2, 3)
show("missing in an inner function", outer())
show("missing keyword-only", outer(), 1)
show("misspelt", function, abd=1)
show("unknown", function, 1, other=1)
show("twice", function, 1, abc=1)
for callable in (Class, Class().method, Class.of_class, function, outer(), len, [].append, int, list.append):
    show("* of an int", lambda: callable(*1))
    show("** of an int", lambda: callable(**1))
show("keys that are no strs", lambda: function(**{1: 2}))
show("a keyword twice", lambda: function(abc=1, **{"abc": 2}))
show("a method's keyword twice", lambda: Class().method(first=1, **{"first": 2}))
show("a class's keyword twice", lambda: dict(abc=1, **{"abc": 2}))
