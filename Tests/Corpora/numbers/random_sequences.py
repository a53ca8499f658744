"""Seeded sequences of every function of random."""
import random
for seed in (0, 1, 42, -7, 2**100, 'hello', b'bytes', 1.5, bytearray(b'x'), ''):
    random.seed(seed)
    print(seed, random.random(), random.getrandbits(10), random.getrandbits(100), random.randrange(100), random.randint(1, 6), random.choice('abcdef'))
random.seed(7)
l = list(range(20)); random.shuffle(l); print(l)
print(random.sample(range(100), 10), random.sample(range(10**6), 4))
print(random.choices([1, 2, 3], k=5), random.choices('abc', weights=[1, 2, 3], k=6), random.choices('abc', cum_weights=[1, 3, 6], k=6))
print(random.uniform(1, 10), random.triangular(0, 10, 3), random.triangular(), random.gauss(0, 1), random.gauss(0, 1), random.normalvariate(5, 2))
print(random.lognormvariate(0, 1), random.expovariate(1.5), random.vonmisesvariate(0, 4), random.gammavariate(2.5, 1.0), random.gammavariate(0.5, 1), random.gammavariate(1, 2), random.betavariate(2, 3), random.paretovariate(3), random.weibullvariate(1, 2))
print(random.randrange(0, 100, 7), random.randrange(10**30), random.randrange(-5, 5), random.randrange(100, 0, -3))
r = random.Random(99)
s = r.getstate(); a = [r.random() for _ in range(3)]; r.setstate(s); print(a == [r.random() for _ in range(3)])
class R(random.Random):
    def random(self): return 0.25
r = R(); print(r.uniform(0, 8), r.choice('abcd'), r.randrange(100))
for f in (lambda: random.choice([]), lambda: random.randrange(0), lambda: random.randrange(5, 1), lambda: random.sample([1], 2), lambda: random.sample({1}, 1), lambda: random.seed([])):
    try: f()
    except Exception as e: print(type(e).__name__, e)
