# An uncaught exception from lambdas that a sort calls, with a cause that was never raised.
def key(item):
    try:
        return int(item)
    except ValueError as error:
        raise LookupError("no key for " + item) from error


print(sorted(["10", "9"], key=lambda item: key(item)))
print(sorted(["10", "x", "9"], key=lambda item: key(item)))
