# Methods and behaviour of sets and frozensets, iteration order included.
s = {3, 1, 2}
s.add(5)
s.add(1)
s.discard(9)
s.remove(3)
print(sorted(s), len(s), 5 in s, 7 in s)
print(sorted(s | {7}), s & {1, 9}, sorted(s - {1}), sorted(s ^ {1, 100}), s.union([8], (9,)) == {1, 2, 5, 8, 9})
s.update([10, 11], {12})
s.difference_update([10])
s.intersection_update(range(12))
s.symmetric_difference_update({1, 50})
print(sorted(s), s.issubset(range(100)), s.issuperset([2]), s.isdisjoint([77]), s.copy() == s)
popped = {7}.pop()
print(popped, set(), frozenset(), frozenset([1]), {1} == frozenset([1]), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
print(set("aab") == {"a", "b"}, set([1, 2, 2]), set(range(5)), frozenset("a"))
print(list({5, 3, 9, 1, 100, 64, 33}), list({0, 8, 16, 24, 1}), list(set(range(20, 0, -3))), list({-1, -2, -3}))
numbers = set()
for i in range(40, 0, -1):
    numbers.add(i * 11 % 97)
print(list(numbers))
for i in range(0, 97, 3):
    numbers.discard(i)
print(list(numbers))
print(list({1.5, 2.5, 0.5}), list({(1, 2), (2, 1), (0, 0)}), list({True, 2, 0}))
print(list({"a", "b", "c", "dd", "ee", "ff"}), list({"name", "value", "key", "item"}), {"x": {"p", "q", "r"}})
print(list(frozenset(["one", "two", "three", "four"])), list({b"x", b"y", b"zz"}))
print(hash("a") == hash("a"), hash(""), hash("abc") % 1000, hash(b"abc") == hash("abc"), hash((1, "a")) % 1000, hash((1, 2, 3)), hash(1.5), hash(()), hash(frozenset()), hash(frozenset({1, 2, 3})))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: {1}.remove(2))
attempt(lambda: set().pop())
attempt(lambda: {1}.add([]))
attempt(lambda: set(5))
attempt(lambda: {[]})
attempt(lambda: hash({1}))
attempt(lambda: frozenset().add(1))
attempt(lambda: {1}.union(5))
attempt(lambda: [] in {1})
attempt(lambda: {1} in {frozenset([1])})
attempt(lambda: {1}.discard({1}))
print({frozenset([1]): "f"}[frozenset([1])], {1, 2} <= {1, 2, 3}, {1} < {1}, {1, 2} > {1}, {1} >= {1})
print({x % 3 for x in range(10)}, frozenset(x for x in "aa"), max({3, 9, 2}), sum({1, 2, 3}), sorted({"b", "a"}))


class Tracked(set):
    def add(self, item):
        print("adding", item)
        super().add(item)


t = Tracked([1])
t.add(2)
print(t == {1, 2}, isinstance(t, set), type(t | {3}).__name__, t)
