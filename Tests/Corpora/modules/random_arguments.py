"""Arguments of the methods of random.Random, some of which are an older version's."""
import random
import warnings

warnings.simplefilter("ignore")


class Index:
    def __init__(self, value): self.value = value

    def __index__(self): return self.value


class Odd(int):
    def __index__(self): return 7

    def __int__(self): return 8


def attempt(action, *arguments, **keywords):
    try:
        print(action(*arguments, **keywords))
    except Exception as e:
        print(type(e).__name__, e, "|", type(e.__context__).__name__)


r = random.Random(5)
attempt(r.randrange, 0, "1")
attempt(r.randrange, (1, 2))
attempt(r.randrange, 99999.5)
attempt(r.randrange, 10.0)
attempt(r.randrange, Index(10))
attempt(r.randrange, True, Odd(1))
attempt(r.randrange, 1, 5, r)
attempt(r.choice, "")
attempt(r.sample, {1: 2}.keys(), 1)
attempt(r.sample, {1: 2}.values(), 1)
attempt(r.choices, "ab", [[1], [2]])
attempt(r.choices, "a", ["p"])
attempt(r.choices, "ab", [1, 1], k="x")
attempt(r.choices, "abc", [1, 1])
items = [1, 2, 3, 4]
attempt(r.shuffle, items, lambda: 0.25)
print(items)
attempt(r.shuffle, items, "x")
attempt(r.shuffle, [], "x")
attempt(random.Random, [])
attempt(random.Random, {}, 1)
attempt(iter, r)
attempt(r.__init__, bytearray(b"ab"))
random.Random.added = 5
print(r.added)
del random.Random.added
