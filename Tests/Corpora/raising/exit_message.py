# SystemExit with a message: printed on standard error, status 1.
def leave():
    raise SystemExit("cannot go on")


try:
    leave()
except Exception:
    print("SystemExit is no Exception")
