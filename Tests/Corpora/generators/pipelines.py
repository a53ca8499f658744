# Generator expressions and pipelines, itertools over them, scoping of generator expressions.
import itertools
import operator

numbers = (n for n in itertools.count(1))
squares = (n * n for n in numbers)
evens = (n for n in squares if n % 2 == 0)
print(list(itertools.islice(evens, 5)))
print(list(x + y for x in "ab" for y in "cd"), sum(x for x in range(5) if x % 2), list((x, y) for x in range(3) for y in range(x)))


def scoped():
    x = "outer"
    g = (x for x in range(2))
    h = (x + str(y) for y in range(2))
    x = "changed"
    return list(g), list(h), x


print(scoped())


def outermost_is_eager():
    try:
        (x for x in 5)
    except TypeError as error:
        return str(error)


print(outermost_is_eager())
print(list(itertools.chain([1], (2, 3), "a")), list(itertools.chain.from_iterable([[1], [2, 3]])))
print(list(itertools.accumulate([1, 2, 3, 4])), list(itertools.accumulate([3, 1, 4], max)), list(itertools.accumulate([1, 2], initial=10)))
print(list(itertools.product("ab", [1, 2])), list(itertools.product([0, 1], repeat=2)))
print(list(itertools.permutations([1, 2, 3], 2)), list(itertools.combinations("abc", 2)), list(itertools.combinations_with_replacement("ab", 2)))
print([(k, list(g)) for k, g in itertools.groupby("aabccc")], [(k, len(list(g))) for k, g in itertools.groupby(range(6), key=lambda n: n // 2)])
print(list(itertools.takewhile(lambda n: n < 3, itertools.count())), list(itertools.dropwhile(lambda n: n < 3, range(5))))
print(list(itertools.zip_longest("ab", [1], fillvalue="-")), list(itertools.starmap(operator.mul, [(2, 3), (4, 5)])), list(itertools.repeat(7, 3)))
print(list(itertools.compress("abcd", [1, 0, 1, 1])), list(itertools.filterfalse(lambda n: n % 2, range(5))), list(itertools.islice("abcdefg", 1, 6, 2)))
print(list(itertools.islice(itertools.cycle("xy"), 5)))
first, second = itertools.tee(iter(range(4)))
print(next(first), next(first), list(second), list(first))
print(list(itertools.islice(itertools.count(5, -2), 3)), list(itertools.islice(itertools.count(0.5, 0.25), 3)), next(itertools.count()))
print(operator.itemgetter(1)([5, 6]), operator.itemgetter("a", "b")({"a": 1, "b": 2}), operator.attrgetter("real")(3), operator.methodcaller("upper")("x"), operator.add(1, 2), operator.not_(0))
print(sorted([("b", 2), ("a", 2), ("c", 1)], key=operator.itemgetter(1, 0)), list(map(operator.neg, [1, -2])))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: list(itertools.islice([1], -1)))
attempt(lambda: list(itertools.chain(5)))
attempt(lambda: list(itertools.starmap(max, [5])))
attempt(lambda: operator.itemgetter(5)([1]))
attempt(lambda: operator.attrgetter("missing")(1))
attempt(lambda: list(1 / x for x in [1, 0]))
attempt(lambda: itertools.combinations([1], -1))
attempt(lambda: list(itertools.batched([1], 0)))


def lines():
    yield from ["# comment", "key = value", "", "other=thing # tail", "broken"]


def strip_comments(source):
    for line in source:
        yield line.partition("#")[0].strip()


def parse(source):
    for number, line in enumerate(source, 1):
        if not line:
            continue
        key, separator, value = line.partition("=")
        yield (number, key.strip(), value.strip()) if separator else (number, "error", line)


print(list(parse(strip_comments(lines()))))


def running_average():
    total, count, average = 0, 0, None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


average = running_average()
next(average)
print([average.send(n) for n in (10, 20, 60)])


def scheduler(tasks):
    queue = list(tasks)
    while queue:
        task = queue.pop(0)
        try:
            print(next(task), end=" ")
            queue.append(task)
        except StopIteration:
            pass
    print()


def task(name, steps):
    for step in range(steps):
        yield f"{name}{step}"


scheduler([task("a", 3), task("b", 1), task("c", 2)])
