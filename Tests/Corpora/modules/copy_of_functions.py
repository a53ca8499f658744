"""Copies and recipes: functions of the library, arguments of `__new__` by name, callers with keywords, streams in memory."""

import copy
import copyreg
import io
import operator


class Pair:
    def __new__(cls, first, *, second):
        pair = super().__new__(cls)
        pair.first, pair.second = first, second
        return pair

    def __getnewargs_ex__(self):
        return (self.first,), {"second": self.second}


for made in (copy.copy(Pair([1], second=2)), copy.deepcopy(Pair([1], second=2))):
    print(made.first, made.second)
caller = operator.methodcaller("split", "b", maxsplit=1)
print(copy.copy(caller)("abcbd"), copy.deepcopy(caller)("abcbd"))
function, arguments = caller.__reduce__()
print(function(*arguments)("abcbd"), arguments)
for function in (copyreg.__newobj__, copyreg._reconstructor, copy.deepcopy):
    print(copy.copy(function) is function, copy.deepcopy(function) is function, function.__module__, function.__qualname__)
for stream in (io.BytesIO(b"abc"), io.StringIO("abc")):
    stream.seek(1)
    stream.note = ["x"]
    again = copy.deepcopy(stream)
    print(again.read(), again.note, again.note is stream.note)
    print(type(again).__name__, stream.__reduce_ex__(2)[2][-1])
part = slice([1], 2)
print(copy.copy(part) is part, copy.deepcopy(part) is part, copy.deepcopy(part) == part)
