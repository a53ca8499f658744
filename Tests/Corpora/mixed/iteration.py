# Iterators of a module in every place where a program iterates.
# module-versions: iteration_module all
import iteration_module as m


class Own:
    def __iter__(self):
        return iter(m.Count(2))


def loops(source, stop=None):
    out = []
    for item in source:
        if item == stop:
            break
        out.append(item)
    else:
        out.append("else")
    return out


print(m.all_kinds(lambda: m.Count(3)), m.all_kinds(Own), m.all_kinds(lambda: (i * 2 for i in m.Count(2))))
print(loops(m.Count(3)), loops(m.Count(3), 2), loops(m.ByIndex()), list(reversed(m.ByIndex())), "item 1" in m.ByIndex(), 3 in m.Count(3), list(zip(m.Count(2), m.ByIndex())))
print({**m.Mapping()}, (lambda **k: k)(**m.Mapping()), (lambda *a: a)(*m.Count(2), *m.ByIndex()))
a, b, c = m.ByIndex()
(d, e), [f, *g] = m.Count(2), m.Count(3)
print(a, b, c, d, e, f, g)
for target in (lambda: list(m.Failing()), lambda: sum(m.Failing()), lambda: (lambda *a: a)(*m.Failing()), lambda: loops(m.Failing())):
    try:
        print(target())
    except KeyError as error:
        print("KeyError", error)
try:
    x, y = m.Count(3)
except ValueError:
    print("ValueError")
it = iter(m.Count(5))
print(next(it), [x for x in it if x % 2], next(it, "over"))
