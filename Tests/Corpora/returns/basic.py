# Returns: constants, values, from nested blocks, through finally, and implicit None.
def constant():
    return 42


def implicit():
    pass


def bare(flag):
    if flag:
        return
    return "value"


def from_loop():
    for i in range(10):
        for j in range(10):
            while True:
                if i * j == 6:
                    return i, j
                break


def through_finally(log):
    try:
        return "tried"
    finally:
        log.append("finally ran")


def finally_wins():
    try:
        return "tried"
    finally:
        return "finally"


def finally_swallows():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def loop_finally():
    out = []
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            out.append(i)
        finally:
            out.append(("finally", i))
    return out


def nested_finally(log):
    try:
        try:
            return log
        finally:
            log.append("inner")
    finally:
        log.append("outer")


def evaluated_before_finally():
    x = 1
    try:
        return x
    finally:
        x = 2


class Context:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.log.append("exit")


def from_with(log):
    with Context(log):
        with Context(log):
            return log


def from_except():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return str(e)
    finally:
        pass


def many_returns(x):
    if x == 0:
        return 0
    if x == 1:
        return "one"
    if x == 2:
        return (2,)
    if x == 3:
        return [x, x]
    if x == 4:
        return lambda: x
    return None


print(constant(), implicit(), bare(True), bare(False), from_loop())
log = []
print(through_finally(log), log, finally_wins(), finally_swallows(), loop_finally())
print(nested_finally([]), evaluated_before_finally(), from_with([]), from_except())
print([many_returns(i) for i in range(4)], many_returns(4)(), many_returns(5))
