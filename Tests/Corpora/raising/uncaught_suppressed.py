# "from None" hides the context in the traceback of an uncaught exception of a nested class.
class Outer:
    class Failure(Exception):
        def __str__(self):
            return "described by __str__"


def convert():
    try:
        [][1]
    except IndexError:
        raise Outer.Failure("ignored") from None


convert()
