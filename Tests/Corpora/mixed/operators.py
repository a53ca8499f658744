# Operators between objects of a module and of a program.
# module-versions: operators_module all
import operators_module as m


class Own(m.Number):
    def __add__(self, other):
        return "own add"

    def __rsub__(self, other):
        return "own rsub"


n, o = m.Number(3), Own(5)
print(n + 1, n + n, n + o, o + n, 1 + n, n - 1, n - o, n @ 1, 1 @ n, -n, ~n, n ** 2, pow(n, 2, 3))
print(n < 5, n < o, n > 1 if False else "no gt", n == 3, n != 3, n == o, {n: 1}[3], bool(m.Number(0)), not n, n and 1, m.Number(0) or "zero")
print(n[1], n[1:2], n[::3], n[1, ...], "inside" in n, "outside" not in n, n(1, *[2], k=3, **{"l": 4}), f"{n:spec}{n!r}", "abcdef"[n], range(10)[n:o], list(range(n)))
n[1] = 2
n[1:2] = 3
n[5] += ("x",)
del n[6], n[7:8]
print(m.log)
p = n
n += 1
print(n, p is n)
n -= 1
print(n, p is n, m.apply(1, 2), m.apply(n, o)[:2], m.apply([1], [1])[3] if False else "", m.apply(2.5, 1))
for action in (lambda: n + "text", lambda: "text" + n, lambda: n >= 1, lambda: n % 2, lambda: m.apply(1, "a")):
    try:
        print(action())
    except TypeError:
        print("TypeError")
