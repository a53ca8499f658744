# Lines of source in reports of exceptions that cannot be raised.
import gc
import sys


class A:
    def __del__(self):
        self.missing.more


def hook(args):
    args = type(args)((args.exc_type, args.exc_value, args.exc_traceback, "message", "object"))
    sys.__unraisablehook__(args)


sys.unraisablehook = hook
a = A()
a = None
gc.collect()
