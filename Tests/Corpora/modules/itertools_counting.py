# itertools: count, cycle, repeat, accumulate, and what they say about themselves.
from itertools import accumulate, count, cycle, repeat
import operator


def take(n, it):
    result = []
    for _ in range(n):
        try:
            result.append(next(it))
        except StopIteration:
            result.append("end")
            break
    return result


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


print(take(4, count()), take(4, count(10)), take(4, count(1, -2)), take(3, count(0.5, 0.25)))
print(take(3, count(step=2)), take(3, count(start=5, step=3)))
print(take(3, count(2 ** 62, 2 ** 62)))
c = count(3)
next(c)
print(c, count(1, 2), count(1.5), count(-1, 1))
attempt(count, "a")
attempt(count, 1, "b")
print(take(3, count(True)))

print(take(7, cycle("abc")), take(2, cycle([])))
values = [1, 2]
it = cycle(values)
print(next(it))
values.append(3)
print(take(6, it))
attempt(cycle, 5)

print(take(3, repeat("x")), list(repeat(7, 3)), list(repeat(7, 0)), list(repeat(7, -5)), list(repeat(object=1, times=2)))
r = repeat("q", 2)
print(r, r.__length_hint__())
next(r)
print(r, r.__length_hint__(), repeat([1]))
attempt(repeat("q").__length_hint__)
attempt(repeat, 1, "x")
print(list(map(pow, range(5), repeat(2))))

print(list(accumulate([1, 2, 3, 4])), list(accumulate([])), list(accumulate([], initial=5)))
print(list(accumulate([1, 2, 3, 4], operator.mul)), list(accumulate([3, 1, 2], max)))
print(list(accumulate("abc")), list(accumulate([1, 2], initial=10)), list(accumulate([1, 2, 3], func=lambda a, b: a - b, initial=100)))
attempt(lambda: list(accumulate([1, "a"])))
attempt(accumulate, 3)


class Numbers(count):
    def __repr__(self):
        return "Numbers"


n = Numbers(4)
print(n, next(n), next(n), isinstance(n, count), iter(n) is n)
