# mode: single
if True:
    import sys
    import builtins
    "shown by the ordinary hook"
    seen = print("_ is", builtins._)
    None
    seen = print("_ is still", builtins._)
    sys.displayhook = lambda value: print("hook got", repr(value))
    5
    None
    def raising(value):
        raise ValueError("hook failed")
    sys.displayhook = raising
    try:
        1
    except ValueError as error:
        seen = print("caught", error)
    del sys.displayhook
    try:
        2
    except RuntimeError as error:
        seen = print("caught", error)
    sys.displayhook = sys.__displayhook__
    [3]
