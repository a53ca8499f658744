# Frames of a module and a program as sys._getframe and locals() show them.
# module-versions: frames_module all
import sys
import frames_module as m


def function(a, b=1):
    c = 3
    return m.names_of_caller(), m.caller()


class C:
    def method(self, x):
        return m.names_of_caller(), m.caller()


def cells(free):
    def inner():
        return free
    return m.names_of_caller()


def depth():
    frame, n = sys._getframe(), 0
    while frame:
        frame, n = frame.f_back, n + 1
    return n


print(function(1), C().method(2), cells(3), m.own(1), (lambda lambda_argument: m.names_of_caller())(4), next(m.generator()))
print(m.deep(5, depth) - depth(), m.deep(3, m.caller), m.deep(2, lambda: m.caller()))
