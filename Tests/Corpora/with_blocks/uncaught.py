# The traceback of an exception that passes with blocks whose exit raises another one.
class Manager:
    def __init__(self, fails):
        self.fails = fails

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if self.fails:
            raise RuntimeError("while leaving") from None if self.fails == "hide" else value


def work():
    with Manager(False):
        with Manager(True):
            with Manager(False):
                raise ValueError("in the body")


work()
