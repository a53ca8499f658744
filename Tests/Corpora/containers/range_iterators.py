# What iterators over ranges reduce to, and their state.
import copy


def attempt(action, *arguments):
    try:
        return action(*arguments)
    except TypeError as e:
        return str(e)


big = 10 ** 30
ranges = [
    range(5), range(0), range(5, -10, -4), range(big), range(big, big + 3), range(0, 2 ** 63, 2 ** 61), range(-big, big, big),
]
for r in ranges:
    for it in iter(r), reversed(r):
        print(r, it.__reduce__()[1:], it.__length_hint__())
        print(next(it, None), it.__reduce__()[1:])
        for state in 0, 1, 1, -1, 100, 2, 1:
            it.__setstate__(state)
            print(state, it.__reduce__()[1:], it.__length_hint__(), end="; ")
        print(next(it, None), next(it, None))
        other = copy.copy(it)
        print([x for x, _ in zip(it, "abc")], [x for x, _ in zip(other, "abc")])
        print(it.__reduce__()[1:], other.__reduce__()[1:])
        it.__setstate__(1)
        print(it.__reduce__()[1:], next(it, None))
for s in slice(1), slice(1, 2, 3):
    print(attempt(hash, (s,)) == "unhashable type: 'slice'", slice.__hash__ is None)
for it in iter(b"ab"), iter(bytearray(b"ab")), iter("ab"), iter([1, 2]), iter((1, 2)):
    print(len(it.__reduce__()[1:]), list(it), it.__reduce__()[1:])
