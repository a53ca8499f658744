"""Mappings that misbehave where calls and displays take mappings; dicts that change while others are made of them."""


def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except Exception as e:
        print(type(e).__name__, e)


def function(**keywords):
    return keywords


class Mapping:
    def __init__(self, keys, error=None):
        self.names = keys
        self.error = error

    def keys(self):
        if isinstance(self.names, Exception):
            raise self.names
        return self.names

    def __getitem__(self, key):
        if self.error:
            raise self.error
        return "item " + str(key)


class NoItems:
    def keys(self):
        return ["a"]


mappings = [Mapping(["a", "b"]), Mapping([]), Mapping(5), Mapping(ValueError("keys")), Mapping(AttributeError("keys")), Mapping(["a"], KeyError("a")), Mapping(["a"], ValueError("a")),
            Mapping(["a"], AttributeError("a")), Mapping([5]), Mapping([[]]), Mapping(["a", "a"]), NoItems(), 5, None, "ab", [], ["ab"], [("a", 1)], {"a": 1}, {5: 1}]
for mapping in mappings:
    print(type(mapping).__name__)
    attempt(lambda: function(**mapping))
    attempt(lambda: function(**{"a": 1}, **mapping))
    attempt(lambda: function(a=1, **mapping))
    attempt(lambda: {**mapping})
    attempt(lambda: {"a": 0, **mapping})
    attempt(lambda: dict(mapping))
    attempt(lambda: dict(mapping, a=1))
    attempt(lambda: {}.update(mapping))
    attempt(lambda: {} | mapping)
    attempt(lambda: dict.__ior__({}, mapping))


class Bad:
    def __iter__(self):
        raise ValueError("element")


for pairs in [[5], ["abc"], [()], [(1, 2), 5], [[1, 2], "ab"], [Bad()], [([], 1)], 5, [iter([1, 2])], [{1: 2}], [{1, 2, 3}]]:
    attempt(lambda: {}.update(pairs))
    if not isinstance(pairs, int):
        attempt(lambda: dict(pairs))
for arguments in [5, None, "ab", Bad()]:
    attempt(lambda: print(*arguments))
    attempt(lambda: function(*arguments))
    attempt(lambda: (lambda *a: a)(*arguments))
    attempt(lambda: (lambda *a: a)(1, *arguments))
    attempt(lambda: int(*arguments))


class Mutating:
    """A key whose comparison changes the dict that is read."""

    def __init__(self, target):
        self.target = target

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.target["more" + str(len(self.target))] = 1
        return False


source = {1: 1, 2: 2}
target = {Mutating(source): 0}
attempt(lambda: target.update(source))
source = {1: 1, 2: 2}
target = {Mutating(source): 0}
attempt(lambda: {**target, **source})


class Unhashable:
    def __hash__(self):
        raise ValueError("hash")


class Unequal:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("eq")


for key in [[], {}, set(), Unhashable(), Unequal()]:
    print(type(key).__name__)
    attempt(lambda: len({key: 1}))
    attempt(lambda: {1: 1}[key])
    attempt(lambda: {key, 1})
    attempt(lambda: {1: 1, **{"a": 1}, key: 2})
    attempt(lambda: {k: 1 for k in [1, key]})
    attempt(lambda: {k for k in [1, key]})
    attempt(lambda: key in {1: 1})
    attempt(lambda: key in {1})
    attempt(lambda: {1: 1}.get(key))
    attempt(lambda: {1: 1}.pop(key, None))
    attempt(lambda: {1: 1}.setdefault(key))
    attempt(lambda: {1}.add(key))
    attempt(lambda: {1}.discard(key))
    attempt(lambda: {1}.remove(key))
    attempt(lambda: dict.fromkeys([1, key]))
    attempt(lambda: set([1, key]))
    attempt(lambda: frozenset([1, key]))
    attempt(lambda: {*[1, key]})
    attempt(lambda: {1} | {*[key]})


def delete_twice():
    d = {1: 1}
    del d[1]
    del d[1]


attempt(delete_twice)
