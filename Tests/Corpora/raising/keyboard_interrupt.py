# KeyboardInterrupt raised by hand passes `except Exception` and is caught by name.
try:
    try:
        raise KeyboardInterrupt
    except Exception:
        print("never")
except KeyboardInterrupt as error:
    print("caught", repr(error))
try:
    raise GeneratorExit("direct")
except Exception:
    print("never")
except BaseException as error:
    print("base", repr(error))
