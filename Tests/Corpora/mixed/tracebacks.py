# Which functions tracebacks name when calls go back and forth.
# module-versions: tracebacks_module all
import sys
import tracebacks_module as m


def names(action):
    try:
        action()
    except ValueError as error:
        found, traceback = [], error.__traceback__
        while traceback:
            frame = traceback.tb_frame
            found.append(frame.f_code.co_name + "@" + frame.f_globals["__name__"].replace("__main__", "program"))
            traceback = traceback.tb_next
        # Comprehensions have frames of their own in some versions.
        print([name for name in found[1:] if "comp>" not in name], error.__traceback__.tb_lineno)


def fails(*arguments):
    raise ValueError("program")


def stack():
    found, frame = [], sys._getframe(1)
    while frame:
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return [name for name in found if "comp>" not in name]


def with_thing():
    with m.Thing(fails):
        pass


def recursive(n):
    if n == 0:
        m.fail()
    m.call(recursive, n - 1)


for action in (lambda: m.call(fails), lambda: m.loop(fails, 3), lambda: list(m.generator(fails)), lambda: m.comprehension(fails), lambda: len(m.Thing(fails)), with_thing,
               lambda: recursive(3), m.fail, lambda: sorted([1, 2], key=fails), lambda: m.call(m.call, m.call, m.fail)):
    names(action)
print(m.call(stack), list(m.generator(stack)), m.comprehension(stack))
