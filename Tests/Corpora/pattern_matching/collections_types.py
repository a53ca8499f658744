# Patterns and the types of collections: deques are sequences, named tuples have positions, mappings are tested by their flag.
# versions: 3.10-
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple

Point = namedtuple("Point", "x y")
p = Point(1, 2)
match deque([1, 2]):
    case [a, b]:
        print("sequence", a, b)
match p:
    case Point(x=1, y=b):
        print("matched", b)
match p:
    case Point(a, b):
        print("matched", a, b)
match p:
    case (1, b):
        print("as a tuple", b)


def kind(value):
    match value:
        case {"k": found, **rest}:
            return "mapping", found, sorted(rest)
        case [first, *_]:
            return "sequence", first
        case str() | bytes():
            return "text"
    return "neither"


for value in (deque("ab"), UserList([1]), UserDict(k=1), OrderedDict(k=1, l=2), Counter("kk"), ChainMap({"k": 1}, {"z": 2}), range(3), "ab", b"ab", bytearray(b"ab"), memoryview(b"ab"), {1}, iter([1]), p):
    print(type(value).__name__, kind(value))
d = defaultdict(list)
print(kind(d), d)
