# SystemExit is caught, inspected, and at last leaves with the low byte of its code.
import sys

for code in ((), (None,), (0,), (5,), ("text",), (1, 2), (True,)):
    try:
        raise SystemExit(*code)
    except SystemExit as error:
        print(repr(error), error.code, error.args)
try:
    sys.exit()
except SystemExit as error:
    print(repr(error), error.code)
try:
    sys.exit(1, 2)
except TypeError as error:
    print(error)


def generator():
    try:
        yield 1
    except SystemExit as error:
        print("passing through the generator", error.code)
        raise


g = generator()
next(g)
g.throw(SystemExit(256 + 7))
