# The attributes that exception types have of their own, and what their constructors refuse.
def show(action):
    try:
        print(repr(action()))
    except BaseException as error:
        print(type(error).__name__, error)


class Late(OSError):
    def __init__(self, code):
        super().__init__(code, "late")


for action in (
    lambda: ImportError("x", foo=1), lambda: ImportError("x", name="n", path="p").name, lambda: NameError("x", foo=1, name=3), lambda: AttributeError("x", name="n", obj=3).obj,
    lambda: ValueError(x=1), lambda: OSError(x=1), lambda: StopIteration(1, 2).value, lambda: SystemExit(1, 2).code, lambda: SystemExit().code,
    lambda: OSError(2, "no", "f"), lambda: str(OSError(2, "no", "f")), lambda: OSError(2, "no", "f").args, lambda: str(OSError(2, "no", "f", 0, "g")),
    lambda: OSError(2, "a", "f").filename, lambda: OSError(17, "a").__class__, lambda: OSError(2), lambda: Late(5).errno, lambda: Late(5).args,
    lambda: BlockingIOError(1, "x", 5).characters_written, lambda: BlockingIOError(1, "x").characters_written,
    lambda: SyntaxError("m", (1, 2)), lambda: str(SyntaxError("m", ("a/f.py", 2, 3, 4))), lambda: SyntaxError("m", (1, 2, 3, 4, 5)), lambda: SyntaxError("m", 5),
    lambda: UnicodeDecodeError(1), lambda: UnicodeDecodeError(1, b"", 1, 1, ""), lambda: UnicodeDecodeError("a", "", 1, 1, ""), lambda: UnicodeDecodeError("a", b"", "x", 1, ""),
    lambda: str(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")), lambda: str(UnicodeDecodeError("utf-8", b"\xff\xfe", 0, 2, "bad")),
    lambda: str(UnicodeEncodeError("ascii", "a\u1234b", 1, 2, "bad")), lambda: str(UnicodeTranslateError("a\xe9", 1, 2, "bad")), lambda: UnicodeDecodeError("a", b"abc", 7, 9, "r").start,
    lambda: delattr(ValueError(), "args"), lambda: delattr(ValueError(), "__cause__"), lambda: setattr(ValueError(), "__cause__", 3), lambda: setattr(ValueError(), "__context__", 3),
    lambda: setattr(ValueError(), "__suppress_context__", 3), lambda: setattr(ValueError(), "__traceback__", 3), lambda: setattr(ValueError(), "args", 3),
    lambda: OSError(2, "a", "f").__reduce__(), lambda: AttributeError("x", name="n", obj=3).__reduce__(), lambda: ImportError("x", name="a").__reduce__(), lambda: KeyError("a").__str__(),
    lambda: ValueError(1, 2).__str__(), lambda: ValueError().__repr__(), lambda: EnvironmentError is OSError,
):
    show(action)
