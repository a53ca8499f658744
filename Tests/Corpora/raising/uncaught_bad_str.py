# An uncaught exception whose __str__ raises, after one without any message.
class Silent(Exception):
    pass


class Broken(Exception):
    def __str__(self):
        raise ValueError("no text")


try:
    raise Silent
except Silent:
    raise Broken("unused")
