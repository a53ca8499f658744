# An uncaught exception whose finally blocks raise others.
def first():
    try:
        raise ValueError("first")
    finally:
        second()


def second():
    try:
        raise KeyError("second")
    finally:
        try:
            raise IndexError("handled")
        except IndexError:
            print("handled in finally")


try:
    first()
finally:
    print("the end")
