# Star imports: without __all__, with a wrong __all__, of things that are no modules.
import sys

from star_plain import *

print(sorted(name for name in globals() if name.startswith(("star", "public"))), "_private" in globals())


class Bag:
    pass


class Slotted:
    __slots__ = ()


bag = Bag()
bag.__all__ = ["first"]
bag.first = "taken from an instance"
sys.modules["star_bag"] = bag
from star_bag import *

print(first)


def attempt(name):
    try:
        __import__("star_user_" + name)
    except (ImportError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)


sys.modules["star_slotted"] = Slotted()
bad = Bag()
bad.__all__ = [5]
bad.__name__ = "bad_name"
sys.modules["star_bad"] = bad
short = Bag()
short.__all__ = ["not_there"]
sys.modules["star_short"] = short
keyed = Bag()
keyed.__dict__[5] = "key is no string"
keyed.__name__ = "keyed_name"
sys.modules["star_keyed"] = keyed
for name in ("slotted", "bad", "short", "keyed"):
    attempt(name)
