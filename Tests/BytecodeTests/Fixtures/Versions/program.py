"""What every version from 2.7 to 3.14 compiles: the statements and expressions that their bytecode says in different ways."""
import os.path
from sys import (
    argv as arguments, version_info)

BIG = 123456789012345678901234567890
TEXT = u"caf\xe9 \u2028 \U0001f600"
BYTES = b"raw \xff 'quoted'"
NUMBERS = (1, -2.5, 3j, None, True)


class Base(object):
    """A class with a docstring."""
    attribute = 1

    def method(self, first, second=2, *rest, **options):
        total = first + second - -first * second // 3 % 4
        total += len(rest)
        if first < second <= 3 or not options and first is not None:
            return total, [item for item in rest if item not in (1, 2)]
        elif first in {u"a", u"b", u"c", u"d"}:
            del options["key"], total
        return {"a": first, "b": {1, 2, second}, "c": rest[1:], "d": rest[::2]}

    @property
    def name(self):
        return self.attribute or super(Base, self).__repr__()


class Derived(Base):
    pass


def closures(outer):
    count = 0

    def inner(more):
        return outer + more + count + sum(value * outer for value in range(more))

    return inner, lambda x, y=count: (x, y, outer)


def handlers(path):
    for line in path:
        try:
            if not line:
                continue
            value = int(line)
        except (ValueError, TypeError) as error:
            print(error)
            return None
        except OSError:
            raise
        else:
            break
        finally:
            path.close()
    else:
        value = 0
    while value:
        value -= 1
        if value == 7:
            break
    with open(path) as first, open(value):
        return first.read()


def generator(limit):
    received = yield limit
    try:
        while received > 0:
            received = yield received * 2
    finally:
        global state
        state = received


def calls(function, *values, **named):
    function(*values)
    function(1, key=2)
    function(0, *values, **named)
    function.attribute.method(1)[0] = function.other
    first, (second, third) = values
    assert first, "message"
    return "%s" % (first,) if second else third
