# random: every method from known seeds; state; refused arguments that all versions refuse alike.
import random


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


r = random.Random(12345)
print([r.random() for _ in range(3)], [r.getrandbits(k) for k in (1, 7, 31, 32, 33, 64, 200)])
print([r.randint(-5, 5) for _ in range(8)], [r.randrange(10 ** 20) for _ in range(2)], r.randrange(0, 100, 7), r.randrange(100, 0, -9))
print(r.choice("abcdef"), r.choices("abc", k=6), r.choices([1, 2, 3], weights=[1, 5, 0.5], k=5), r.choices("xy", cum_weights=[1, 10], k=4))
items = list(range(12))
r.shuffle(items)
print(items, r.sample(range(100), 5), r.sample("abcdefgh", 8), r.sample(range(10 ** 9), 3))
print(r.uniform(1, 2), r.triangular(0, 10, 3), r.triangular(), r.betavariate(2, 3), r.expovariate(1.5), r.gammavariate(2, 3), r.gammavariate(1, 2))
print(r.gammavariate(0.5, 2), r.gauss(0, 1), r.gauss(5, 2), r.lognormvariate(0, 1), r.normalvariate(1, 2), r.vonmisesvariate(1, 2), r.vonmisesvariate(0, 0))
print(r.paretovariate(3), r.weibullvariate(1, 2))
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], state[0], len(state[1]), state[2])
copy = random.Random()
copy.setstate(r.getstate())
print(copy.random() == r.random(), r.__reduce__()[1], r.__getstate__() == r.getstate())
for seed in (0, -5, 2 ** 100, 1.5, "text", b"bytes", bytearray(b"array"), "\u20ac", ""):
    r.seed(seed)
    print(repr(seed), r.random())
old = random.Random()
old.seed("text", version=1)
print(old.random())
old.seed(7, 2)
print(old.random(), random.Random(7).random())
random.seed(99)
print(random.random(), random.randint(1, 6), random.choice([1, 2, 3]), random.gauss(0, 1))
for make in (
    lambda: r.choice([]), lambda: r.choice(5), lambda: r.shuffle("abc"), lambda: r.sample([1], 2), lambda: r.sample([1], -1), lambda: r.sample(5, 1),
    lambda: r.randint(5, 1), lambda: r.randrange(0), lambda: r.randrange(1, 5, 0), lambda: r.getrandbits(-1), lambda: r.getrandbits("a"),
    lambda: r.choices([1, 2], weights=[1], k=1), lambda: r.choices([1], weights=[1], cum_weights=[1]), lambda: r.choices([], k=1), lambda: r.setstate(5),
    lambda: r.setstate((1, 2, 3)), lambda: r.setstate((3, (1, 2), None)), lambda: r.gammavariate(0, 1), lambda: r.uniform("a", 1), lambda: r.sample({}, 1),
    lambda: random.SystemRandom().getstate(), lambda: random.SystemRandom().seed(5), lambda: 0 <= random.SystemRandom().random() < 1,
    lambda: random.SystemRandom().randint(3, 3), lambda: len(random.SystemRandom().sample(range(9), 3)), lambda: r.randint(1.5, 2),
):
    show(make)


class Half(random.Random):
    """Only random() of its own."""

    def random(self):
        return 0.5


class Bits(random.Random):
    def getrandbits(self, k):
        return (1 << k) - 1 if k < 3 else 5 % (1 << k)


h = Half()
print(h.choice("abcd"), h.randint(1, 9), h.sample(range(4), 2), h.uniform(0, 4), h.choices("abcd", k=2), h.expovariate(1))
b = Bits()
print(b.randrange(6), b.choice("abcdefgh"), b.randint(0, 7))
print(random.BPF, random.RECIP_BPF, random.LOG4, random.NV_MAGICCONST, random.SG_MAGICCONST, random.TWOPI, random.Random.VERSION)
