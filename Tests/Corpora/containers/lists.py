# Methods and behaviour of lists.
items = [3, 1, 2]
items.append(5)
items.extend((4, 4))
items.extend(x for x in "ab")
items.insert(0, "first")
items.insert(-1, "before last")
items.insert(100, "end")
print(items, len(items))
print(items.pop(), items.pop(0), items.pop(-2), items)
items.remove(4)
print(items, items.index(4), items.count(4), items.index(4, 1), 5 in items)
items.reverse()
print(items, items.copy() == items, items.copy() is items)
numbers = [5, 3, 8, 1, 9, 2]
numbers.sort()
print(numbers)
numbers.sort(reverse=True)
print(numbers)
words = ["banana", "kiwi", "Apple", "cherry", "fig"]
words.sort(key=len)
print(words)
words.sort(key=str.lower)
print(words, sorted(words), sorted(words, key=lambda w: (-len(w), w)))
stable = sorted([(i % 3, i) for i in range(10)], key=lambda p: p[0], reverse=True)
print(stable)
big = [(i * 7919) % 1009 for i in range(1009)]
print(sorted(big) == list(range(1009)), sorted(big, reverse=True)[:3], sorted(big, key=lambda x: -x)[-1])
print(sorted([2, 1.5, True, 0]), sorted("hello"), sorted({"b": 1, "a": 2}), sorted([[2], [1, 5], [1]]))
items.clear()
print(items, bool(items), list("abc"), list(), list((1,)), list(range(3)))
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid, [[0] * 2] * 2)
print([1, 2, 3].__len__(), [1].__contains__(1), list.__name__, [1, 2].__eq__([1, 2]), [1, 2].__add__([3]))
for i, x in enumerate(sorted([3, 1, 2], key=lambda v: v)):
    print(i, x, end=" ")
print()


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: [].pop())
attempt(lambda: [1].pop(5))
attempt(lambda: [1].remove(2))
attempt(lambda: [1].index(2))
attempt(lambda: [1].index(1, 1))
attempt(lambda: [1, "a"].sort())
attempt(lambda: [].append(1, 2))
attempt(lambda: [1].extend(5))
attempt(lambda: [1].insert("a", 1))
attempt(lambda: [1, 2].sort(key=5))
attempt(lambda: list(5))
attempt(lambda: list(1, 2))
attempt(lambda: [3, 1].sort(key=lambda x: 1 / 0))
attempt(lambda: hash([]))


def modified_while_sorting():
    data = [3, 1, 2]

    def key(x):
        data.append(x)
        return x
    data.sort(key=key)


attempt(modified_while_sorting)


class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    def __repr__(self):
        return "Stack" + super().__repr__()


s = Stack([1]).push(2).push(3)
print(s, s[1:], s + [4], type(s + [4]).__name__, len(s), s == [1, 2, 3])
print(min(numbers), max(numbers), sum(numbers), any(numbers), all([1, 0]), sum([[1], [2]], []), sum((0.1,) * 10))
print(all([]), any([]), list(filter(lambda x: x % 2, numbers)), list(map(str, numbers)), list(zip(numbers, "abc")))
