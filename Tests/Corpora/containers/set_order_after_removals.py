"""The order of sets in which elements take the places of removed ones."""


class Random:
    """A generator of small numbers, the same everywhere."""

    def __init__(self, state): self.state = state

    def below(self, bound):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 12) % bound


def shuffle(random, values, steps, remove):
    elements = set()
    for step in range(steps):
        value = values[random.below(len(values))]
        if random.below(10) < 6:
            elements.add(value)
        else:
            elements.discard(value) if remove == "discard" else elements and elements.pop()
        if step % 10 == 9:
            yield list(elements)


NUMBERS = [n * 8 for n in range(20)] + list(range(20))
TEXTS = ["text %d" % n for n in range(25)]
for seed in range(6):
    for name, values in (("numbers", NUMBERS), ("texts", TEXTS), ("both", NUMBERS[::3] + TEXTS[::2])):
        for remove in ("discard", "pop"):
            for elements in shuffle(Random(seed * 77 + 5), values, 40, remove):
                print(seed, name, remove, elements)

a = {1, "a", 2.5}
a ^= {1, 2, 3}
print(a)
b = {8 * n for n in range(6)}
b -= {8, 16}
b |= {1, 2, 3}
print(b)
b.symmetric_difference_update([0, 8, 16, 24, 7, 15])
print(b, b ^ {8, 9, 10}, {9, 10} ^ b, b.copy(), frozenset(b))
b.intersection_update(range(20))
print(b)
b.update(b"abc")
print(b, b - {97}, b & set(range(98)))
