# while, for, break, continue, else, nesting, over every kind of iterable.
def find(items, wanted):
    for index, item in enumerate(items):
        if item == wanted:
            break
    else:
        return "absent"
    return index


print(find("abc", "b"), find("abc", "z"), find([], 1))


def primes(limit):
    found = []
    n = 1
    while True:
        n += 1
        if n > limit:
            break
        for p in found:
            if n % p == 0:
                break
        else:
            found.append(n)
    return found


print(primes(50))


def skip(n):
    out = []
    while n:
        n -= 1
        if n % 2:
            continue
        out.append(n)
    else:
        out.append("else")
    return out


print(skip(7), skip(0))


def nested():
    out = []
    for i in range(4):
        for j in range(4):
            if j == i:
                continue
            if j > 2:
                break
            out.append((i, j))
        else:
            out.append("inner else")
    return out


print(nested())
for iterable in ([1, 2], (3, 4), "ab", b"ab", {"k": 1}, {"k": 1}.items(), {5}, frozenset([6]), range(3), range(5, 0, -2), range(-3),
                 iter([7]), reversed([1, 2]), zip("ab", [1, 2]), enumerate("x"), map(str, [1]), filter(None, [0, 1]), (i for i in (8, 9)),
                 {1: 2}.values(), [[]], reversed(range(3)), reversed({"a": 1, "b": 2}), reversed("xy")):
    print(type(iterable).__name__, [item for item in iterable])


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration("done")
        self.n -= 1
        return self.n


class OldStyle:
    def __getitem__(self, index):
        if index == 3:
            raise IndexError("end")
        return index * index


print(list(Countdown(3)), [x for x in OldStyle()])
for i in Countdown(2):
    for i in Countdown(i):
        pass
print(i)
for i, (a, *b) in enumerate([(1, 2, 3), "xy"]):
    print(i, a, b)
d = {}
for d["key"] in range(3):
    pass
print(d)


class Holder:
    pass


for Holder.attribute in "xyz":
    pass
print(Holder.attribute)
grow = [1]
for item in grow:
    if item < 20:
        grow.append(item * 2)
print(grow)
total = 0
for i in range(2**60, 2**60 + 3):
    total += i
print(total, len(range(0, 10**18, 7)), range(10**20)[10**19], 10**19 in range(10**20))
print(sum(i * j for i in range(100) for j in range(50) if i != j))
