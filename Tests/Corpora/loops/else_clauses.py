# for, while and their else clauses with break, continue, return, try and nested loops.
def search(items, wanted):
    for index, item in enumerate(items):
        if item == wanted:
            break
    else:
        return "not found"
    return index


def while_else(n):
    log = []
    while n:
        n -= 1
        if n == 5:
            break
        if n % 2:
            continue
        log.append(n)
    else:
        log.append("else")
    return log


def nested():
    log = []
    for i in range(3):
        for j in range(3):
            if j == i:
                break
            log.append((i, j))
        else:
            log.append("inner else")
            continue
        if i == 2:
            break
    else:
        log.append("outer else")
    return log


def with_try():
    log = []
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            if i == 2:
                raise ValueError
        except ValueError:
            log.append("except")
        else:
            log.append("else of try")
        finally:
            log.append(i)
    else:
        log.append("else")
    return log


def empty():
    for _ in ():
        return "body"
    else:
        first = "for else"
    while False:
        return "body"
    else:
        return first, "while else"


def endless():
    n = 0
    while True:
        n += 1
        if n > 3:
            break
    while 1:
        n += 1
        if n > 10:
            return n


def target_survives():
    for i in range(3):
        pass
    for i in ():
        pass
    return i


def target_unset():
    for i in ():
        pass
    try:
        return i
    except UnboundLocalError as error:
        return str(error)


def changed_while_iterating():
    items = [1, 2, 3]
    seen = []
    for item in items:
        seen.append(item)
        if len(items) < 6:
            items.append(item * 10)
    return seen


def else_raises():
    try:
        for _ in "a":
            pass
        else:
            raise KeyError("from else")
    except KeyError as error:
        return repr(error)


def break_in_else():
    for i in range(3):
        for j in range(2):
            pass
        else:
            break
    return i, j


def return_in_both(flag):
    for i in range(2):
        if flag:
            return "body", i
    else:
        return "else", i


def conditions(a, b):
    while a and not (b or a > 5):
        a += 1
    else:
        return a, b


print(search("abc", "b"), search("abc", "z"), while_else(5), while_else(9), nested(), with_try(), empty(), endless())
print(target_survives(), target_unset(), changed_while_iterating(), else_raises(), break_in_else(), return_in_both(True), return_in_both(False))
print(conditions(1, 0), conditions(1, 1), conditions(9, 0))
