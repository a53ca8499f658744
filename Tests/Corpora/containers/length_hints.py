"""Who asks an iterable for its length, and what becomes of the errors."""
import collections
import operator
import types


class Hint:
    def __init__(self, hint):
        self.items, self.hint = [1, 2], hint

    def __iter__(self): return self

    def __next__(self):
        if self.items: return self.items.pop(0)
        raise StopIteration

    def __length_hint__(self):
        if isinstance(self.hint, BaseException): raise self.hint
        return self.hint


class Length:
    def __init__(self, length): self.length = length

    def __len__(self):
        if isinstance(self.length, BaseException): raise self.length
        return self.length


makers = (
    lambda: Hint(ValueError("hint")), lambda: Hint("x"), lambda: Hint(5), lambda: Length(2**70), lambda: Length(3), lambda: Length("x"),
    lambda: Length(-1), lambda: Length(ValueError("len")))
users = (
    tuple, sorted, collections.UserList, types.resolve_bases, lambda x: [].__init__(x), lambda x: [].extend(x), lambda x: (*x,),
    lambda x: (collections.UserList() + x).data, operator.length_hint)
for maker in makers:
    for user in users:
        try:
            print(type(user(maker())).__name__)
        except Exception as e:
            print(type(e).__name__, e)
