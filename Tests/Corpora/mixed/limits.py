# Recursion through a module and a program up to the limit, and what works afterwards.
# module-versions: limits_module all
import limits_module as m


def back(function, n):
    return function(back, n + 1)


def attempt(action):
    try:
        action()
        print("ended")
    except RecursionError as error:
        print(type(error).__name__)


for _ in range(2):
    for action in (lambda: m.direct(0), lambda: m.through(back, 0), lambda: repr(m.Thing()), lambda: m.Thing().x, lambda: m.Thing() == 1, lambda: list(m.generator(0))):
        attempt(action)
print(sum(range(10)))
