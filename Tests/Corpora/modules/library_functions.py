# Functions that the library writes in Python: they are functions, bind as such, and complain of arguments as such.
import collections
import collections.abc
import contextlib
import copy
import functools
import heapq
import random
import string
import types


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


functions = [
    functools.wraps, functools.update_wrapper, functools.lru_cache, functools.singledispatch, functools.total_ordering, collections.namedtuple,
    types.new_class, types.coroutine, types.prepare_class, copy.copy, copy.deepcopy, heapq.merge, heapq.nlargest, string.capwords,
    contextlib.contextmanager, collections.Counter.most_common, collections.ChainMap.new_child, collections.UserDict.copy,
    collections.UserList.append, collections.UserString.upper, random.Random.choice, random.Random.seed]
for function in functions:
    print(type(function).__name__, function.__name__, function.__qualname__, function.__module__ in ("reprlib", function.__module__))
print(type(random.seed).__name__, type(random.choice).__name__, type(collections.Counter().update).__name__, type(random.random).__name__)
counter = collections.Counter("abca")
for make in (
    lambda: counter.most_common(1, 2), lambda: counter.most_common(n=1), lambda: counter.most_common(m=1), lambda: counter.elements(1),
    lambda: counter.update(1, 2), lambda: counter.subtract(1, 2, 3), lambda: collections.Counter(1, 2), lambda: counter.copy(5),
    lambda: collections.Counter.fromkeys("a"), lambda: collections.ChainMap().new_child({}, {}), lambda: collections.ChainMap().pop(),
    lambda: collections.ChainMap().get(), lambda: collections.ChainMap().popitem(1), lambda: collections.UserDict().get(),
    lambda: collections.UserList([1]).append(), lambda: collections.UserList([1]).insert(1), lambda: collections.UserList(1, 2),
    lambda: collections.UserString(), lambda: collections.UserString("a").center(), lambda: collections.namedtuple(), lambda: collections.namedtuple("A"),
    lambda: collections.namedtuple("A", "x", True), lambda: collections.namedtuple("A", "x", verbose=True), lambda: types.new_class(),
    lambda: types.new_class("A", (), {}, None, 5), lambda: types.prepare_class(), lambda: types.resolve_bases(), lambda: types.coroutine(),
    lambda: types.coroutine(5), lambda: copy.copy(), lambda: copy.deepcopy(), lambda: copy.deepcopy(1, 2, 3, 4), lambda: heapq.nlargest(1),
    lambda: heapq.nsmallest(1, [1], None, None), lambda: heapq.merge([1], foo=2), lambda: string.capwords(), lambda: contextlib.contextmanager(),
    lambda: contextlib.suppress(1, x=2), lambda: contextlib.closing(), lambda: contextlib.nullcontext(1, 2),
    lambda: random.choice(), lambda: random.choice([1], [2]), lambda: random.randint(1), lambda: random.randrange(), lambda: random.uniform(1),
    lambda: random.shuffle(), lambda: random.sample([1]), lambda: random.choices(), lambda: random.choices([1], k=2, foo=3),
):
    show(make)


class Duck:
    """Not of the class, but good enough for its methods."""

    def __init__(self):
        self.data = [3, 1, 2]


duck = Duck()
collections.UserList.append(duck, 5)
collections.UserList.sort(duck)
print(duck.data, collections.UserList.__len__(duck), collections.UserList.index(duck, 5))


class Mine(dict):
    update = collections.abc.MutableMapping.update


mine = Mine()
mine.update({"a": 1}, b=2)
print(mine)
heapq.merge.note = "attributes can be set"
print(heapq.merge.note, heapq.merge.__dict__)
