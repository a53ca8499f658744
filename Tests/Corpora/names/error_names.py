# The names that NameError and AttributeError carry.
# versions: 3.10-
class C:
    x = 1


def local():
    print(later)
    later = 1


def free():
    def inner():
        return later
    inner()
    later = 1


def class_body():
    class D:
        y = missing_in_class


for action in (lambda: missing, local, free, class_body, lambda: C.y, lambda: C().y, lambda: (5).nothing, lambda: delattr(C, "z"), lambda: NameError("made")):
    try:
        result = action()
        print(result.name if isinstance(result, NameError) else result)
    except NameError as error:
        print(type(error).__name__, error, error.name)
    except AttributeError as error:
        print(type(error).__name__, error, error.name, type(error.obj).__name__)
