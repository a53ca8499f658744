"""What native functions and methods say about wrong arguments: receivers, keywords, counts."""
import collections
import itertools
import sys
import typing


def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: collections.deque.append())
attempt(lambda: list.append())
attempt(lambda: list.append(5))
attempt(lambda: collections.deque.append(5))
attempt(lambda: collections.deque.__len__())
attempt(lambda: collections.deque.__len__(5))
attempt(lambda: collections.deque.__new__())
attempt(lambda: collections.deque.__new__(5))
attempt(lambda: collections.deque.__new__(int))
attempt(lambda: object.__new__(collections.deque))
attempt(lambda: dict.fromkeys())
attempt(lambda: dict.__dict__['fromkeys']())
attempt(lambda: dict.__dict__['fromkeys'](5))
attempt(lambda: dict.__dict__['fromkeys'](int))
attempt(lambda: type("x",(tuple,),{'__slots__':('a',)}))
attempt(lambda: type(iter([]))())
attempt(lambda: type(typing.Generic.__init_subclass__)())
attempt(lambda: type(sys.flags)())
attempt(lambda: type(itertools.groupby([]).__next__)())
attempt(lambda: collections.deque.__dict__['maxlen'].__get__(5))
attempt(lambda: setattr(collections.deque(), 'maxlen', 5))
attempt(lambda: setattr(collections.deque(), 'foo', 5))
attempt(lambda: collections.deque().foo)
attempt(lambda: (1).real.__get__(5))
attempt(lambda: setattr(1, "real", 5))
attempt(lambda: setattr(int, "real", 5))
attempt(lambda: setattr(collections.deque, "real", 5))
attempt(lambda: len(1,2,a=3))
attempt(lambda: [].append(1,2,a=3))
attempt(lambda: [].append(a=3))
attempt(lambda: [].__len__(1,2,a=3))
attempt(lambda: [].__len__(a=3))
attempt(lambda: list.__len__([], a=3))
attempt(lambda: list.__len__(5, a=3))
attempt(lambda: int(1,2,3,a=3))
attempt(lambda: str(1,2,3,4,a=3))
attempt(lambda: "".join(1,2,3,4,a=3))
attempt(lambda: sorted(1,2,3,4,a=3))
attempt(lambda: collections.deque(1,2,3,4,a=3))
attempt(lambda: itertools.count(1,2,3,4,a=3))
attempt(lambda: itertools.chain(1,2,3,4,a=3))
attempt(lambda: range(1,2,3,4,a=3))
attempt(lambda: range(1,a=3))
attempt(lambda: slice(1,2,3,4,a=3))
attempt(lambda: ValueError(1,2,3,4,a=3))
attempt(lambda: type(1,2,3,4,a=3))
attempt(lambda: type(1,2))
attempt(lambda: type(1,a=2))
attempt(lambda: type())
attempt(lambda: type("X",()))
attempt(lambda: type.__new__(type))
attempt(lambda: type.__new__(type, 1))
attempt(lambda: type.__new__())


class M(type):
    pass


attempt(lambda: M())
attempt(lambda: M(1))
attempt(lambda: M(1,2))
attempt(lambda: M(1,2,3,4))
attempt(lambda: M("x",(),{},4))
attempt(lambda: M("x",(),{},a=4))
attempt(lambda: type.__init__(M,1,2))
attempt(lambda: type.__init__(M,1,a=2))
attempt(lambda: type.__init__(M,1,2,3,a=2))
