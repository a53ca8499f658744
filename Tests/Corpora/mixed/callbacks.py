# A module and a program that call each other again and again.
# module-versions: callbacks_module all
import functools
import callbacks_module as m


def odd(n, even):
    return False if n == 0 else even(n - 1, odd)


print(m.even(50, odd), m.even(51, odd), odd(7, m.even))
seen = []
m.walk([1, [2, (3, [4]), []], 5], lambda part, depth: seen.append((part, depth)))
print(seen)
print(m.fold(lambda a, b: a * b, range(1, 20), 1), m.fold(max, [3, 9, 2], 0), functools.reduce(lambda a, b: m.fold(lambda x, y: x + y, [a, b], 0), range(5)))


def endless(again):
    return again(endless)


try:
    m.recursion(endless)
except RecursionError:
    print("RecursionError")
moves = []
print(m.hanoi(5, "a", "b", "c", lambda x, y: moves.append(x + y) or 1), moves[:6], len(moves))
print(sorted(range(10), key=functools.cmp_to_key(lambda a, b: m.fold(lambda x, y: x + y, [b, -a], 0))))
print(list(filter(lambda x: m.even(x, odd), range(8))), list(map(m.fold, [lambda a, b: a + b] * 2, [[1, 2], [3]], [0, 10])))
