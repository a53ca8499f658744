"""copy.deepcopy() with memos that are no dicts, and what cannot be copied."""
import copy


class Sub(float): pass


class Property(property): pass


class Memo:
    def __init__(self): self.known = {}

    def get(self, key, default):
        print("get")
        return self.known.get(key, default)

    def __setitem__(self, key, value): self.known[key] = value

    def __getitem__(self, key): return self.known[key]


def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except Exception as e:
        print(type(e).__name__, e)


for memo in (5, [], type.__dict__, Memo(), {}):
    for value in ("a", 5, Sub(1.5), [1], Ellipsis, len, (1,), (1, []), None, int, bytearray(b"x"), Property(len), {"a": [1]}):
        attempt(copy.deepcopy, value, memo)
attempt(copy.copy, memoryview(b"abc"))
attempt(copy.copy, Property(len))
attempt(copy.copy, property(len).fget)
attempt(copy.copy, float.__dict__["fromhex"].__name__)
