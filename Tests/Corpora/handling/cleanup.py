# finally and else in every combination with break, continue, return and raise.
def run(kind, action):
    log = []

    def attempt():
        for i in range(3):
            try:
                log.append(f"try {i}")
                if action == "raise" and i == 1:
                    raise ValueError(i)
                if action == "continue" and i == 1:
                    continue
                if action == "break" and i == 1:
                    break
                if action == "return" and i == 1:
                    return "returned"
                log.append(f"body {i}")
            except ValueError:
                log.append("except")
                if kind == "reraise":
                    raise
                if kind == "break":
                    break
                if kind == "return":
                    return "from except"
            else:
                log.append("else")
                if kind == "continue":
                    continue
            finally:
                log.append("finally")
        else:
            log.append("loop else")
        return "end"

    try:
        log.append(attempt())
    except ValueError as error:
        log.append(f"out {error}")
    return log


for kind in ("", "reraise", "break", "return", "continue"):
    for action in ("", "raise", "continue", "break", "return"):
        print(kind or "-", action or "-", " ".join(run(kind, action)))


def finally_break():
    for i in range(3):
        try:
            raise ValueError
        finally:
            break
    return "break discards the exception"


def finally_continue():
    count = 0
    for i in range(3):
        try:
            raise ValueError
        finally:
            count += 1
            continue
    return count


def nested_finally():
    log = []
    try:
        try:
            try:
                raise ValueError("a")
            finally:
                log.append(1)
                raise KeyError("b")
        except KeyError as error:
            log.append(repr(error.__context__))
            raise TypeError("c") from error
        finally:
            log.append(2)
    except TypeError as error:
        log.append(repr(error.__cause__))
    else:
        log.append("never")
    finally:
        log.append(3)
    return log


def return_in_with_finally():
    try:
        for x in [1, 2]:
            try:
                return x
            finally:
                print("leaving with", x)
    finally:
        print("outer")


print(finally_break(), finally_continue(), nested_finally(), return_in_with_finally())


def generator_finally():
    try:
        yield 1
        yield 2
    finally:
        print("generator finally")


g = generator_finally()
print(next(g))
g.close()
for value in generator_finally():
    print(value)
