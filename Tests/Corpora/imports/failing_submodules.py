"""Submodules that raise, that are missing, and that take their package away while they are imported."""


def attempt(action):
    try:
        action()
        print("imported")
    except Exception as e:
        print(type(e).__name__, str(e).split(" (")[0])


def vanishing():
    import vanishing.sub


def bad():
    from failing_package import bad


def needy():
    from failing_package import needy


def missing():
    from failing_package import missing


def dotted():
    import failing_package.missing


for action in [vanishing, bad, bad, needy, missing, dotted, vanishing]:
    attempt(action)
