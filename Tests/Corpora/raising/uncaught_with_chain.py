# An uncaught exception that a manager replaces while a third one is handled.
class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        raise RuntimeError("cannot leave") from value


def work():
    with Manager():
        {}["missing"]


try:
    1 // 0
except ZeroDivisionError:
    print("handling")
    work()
