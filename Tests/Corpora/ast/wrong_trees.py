"""What compile() says of trees that no parser makes."""
import _ast as A
import warnings

warnings.simplefilter("ignore")
P = dict(lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)


def check(tree, mode="eval"):
    try:
        compile(tree, "<tree>", mode)
        print("compiled")
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


def name(identifier="a", context=None, **changes):
    node = A.Name(identifier, context or A.Load(), **P)
    for key, value in changes.items():
        if value is ...:
            delattr(node, key)
        else:
            setattr(node, key, value)
    return node


def expression(node):
    check(A.Expression(node))


def statements(*nodes):
    check(A.Module(list(nodes), []), "exec")


def part(kind, *fields):
    return kind(*fields, **P)


class Text(str):
    pass


print("roots")
for tree, mode in (A.Expression(name()), "exec"), (A.Module([], []), "eval"), (A.Interactive([]), "exec"), (A.Module([], []), "exec"), (name(), "eval"):
    check(tree, mode)
for body in None, [3], [None], [name()], 3, (), [part(A.Pass)]:
    check(A.Module(body, []), "exec")
check(A.Module([], [A.TypeIgnore(1, "")]), "exec")
check(A.Module([], [A.TypeIgnore(1, 3)]), "exec")
print("fields")
for node in None, 3, [], A.Load(), part(A.expr), part(A.Pass):
    expression(node)
for changes in (
    {"lineno": ...}, {"col_offset": ...}, {"end_lineno": ...}, {"id": ...}, {"ctx": ...}, {"ctx": None}, {"ctx": A.Store()}, {"ctx": 3},
    {"ctx": A.Add()}, {"ctx": A.Load}, {"id": 3}, {"id": None}, {"id": "None"}, {"id": "True"}, {"id": b"x"}, {"id": "a b"}, {"id": Text("x")},
    {"lineno": "a"}, {"lineno": None}, {"lineno": 1.5}, {"lineno": 2 ** 40}, {"lineno": -2}, {"lineno": 5}, {"lineno": True}, {"end_lineno": None},
    {"end_col_offset": -3}, {"col_offset": -1}, {"col_offset": 7}, {"end_lineno": 0},
):
    print(sorted(changes), end=" ")
    expression(name(**changes))
print("statements")
ok = part(A.Pass)
empty = A.arguments([], [], None, [], [], None, [])
handler = part(A.ExceptHandler, None, None, [ok])
for node in (
    part(A.If, name(), [], []), part(A.While, name(), [], []), part(A.For, name("x", A.Store()), name(), [], []), part(A.For, name(), name(), [ok], []),
    part(A.With, [], [ok]), part(A.With, [A.withitem(name(), name())], [ok]), part(A.Delete, []), part(A.Delete, [name()]), part(A.Assign, [], name()),
    part(A.Assign, [name()], name()), part(A.Assign, [part(A.Constant, 3)], name()), part(A.AugAssign, name(), A.Add(), name()),
    part(A.AugAssign, name("x", A.Store()), A.Load(), name()), part(A.AnnAssign, part(A.Tuple, [], A.Store()), name(), None, 1),
    part(A.AnnAssign, name("x", A.Store()), name(), None, 1), part(A.Raise, None, name()), part(A.Try, [ok], [], [], []), part(A.Try, [ok], [], [ok], []),
    part(A.Try, [ok], [], [ok], [ok]), part(A.Try, [], [], [], [ok]), part(A.Try, [ok], [part(A.ExceptHandler, None, None, [])], [], []),
    part(A.Try, [ok], [handler], [], []), part(A.Try, [ok], [3], [], []), part(A.Import, []), part(A.ImportFrom, "x", [], 0), part(A.Global, []),
    part(A.Nonlocal, []), part(A.Global, [3]), part(A.FunctionDef, "f", empty, [], [], None), part(A.FunctionDef, "f", empty, [ok], [3], None),
    part(A.FunctionDef, "f", A.arguments([], [], None, [], [], None, [name()]), [ok], [], None),
    part(A.FunctionDef, "f", A.arguments([], [], None, [], [name()], None, []), [ok], [], None), part(A.ClassDef, "C", [], [], [], []),
    part(A.ClassDef, "C", [name("a", A.Store())], [], [ok], []),
):
    print(type(node).__name__, end=" ")
    statements(node)
print("expressions")
loop = A.comprehension(name("x", A.Store()), name(), [], 0)
for node in (
    part(A.BoolOp, A.And(), [name()]), part(A.BoolOp, A.Add(), [name(), name()]), part(A.BoolOp, A.And(), [name(), None]), part(A.Dict, [name()], []),
    part(A.Dict, [None], [name()]), part(A.Dict, [name()], [None]), part(A.Compare, name(), [], []), part(A.Compare, name(), [A.Lt()], []),
    part(A.Compare, name(), [3], [name()]), part(A.ListComp, name(), []), part(A.ListComp, name(), [A.comprehension(name(), name(), [], 0)]),
    part(A.GeneratorExp, name(), [loop]), part(A.Call, name(), [], [A.keyword(None, name("b", A.Store()), lineno=1, col_offset=0)]),
    part(A.Lambda, empty, name()), part(A.IfExp, name(), name(), None), part(A.UnaryOp, A.Add(), name()), part(A.UnaryOp, A.Not(), name()),
    part(A.NamedExpr, name("x", A.Store()), name()), part(A.JoinedStr, []), part(A.Attribute, name(), "x", A.Del()), part(A.List, [name()], A.Store()),
    part(A.Tuple, [name("x", A.Store())], A.Load()), part(A.Tuple, [name()], A.Del()), part(A.Starred, name(), A.Store()),
):
    print(type(node).__name__, end=" ")
    expression(node)
print("constants")
for value in (
    1, 1.5, 1j, "a", b"a", None, True, ..., (), (1, "a", (2,)), frozenset([1]), [], {}, (1, []), object, Text("x"), (Text("x"),), set(), bytearray(b"x"),
    NotImplemented, -5, 2 ** 100, range(3),
):
    expression(part(A.Constant, value))
expression(part(A.Constant, 1, 3))
expression(part(A.Constant, 1, "u"))


class Raising(A.Name):
    @property
    def id(self):
        raise KeyError("no name")


expression(part(Raising))
