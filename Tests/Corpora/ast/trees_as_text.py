"""ast.parse and ast.dump: statements, expressions, positions, indentation."""
import ast

SOURCE = '''"""A module."""
import os, sys as system
from . import sibling
from a.b import c as d, e

@decorator(1)
def function(a, /, b=1, *rest, c, d=2, **others) -> int:
    """  First line.

        Second line.
    """
    global shared
    values = [i for i in rest if i if not a]
    return {1: 2, **others}, {3}, (yield), lambda x, *y: x


class Derived(Base, key=value):
    attribute: int = 3
    other: "str"

    async def method(self):
        await self
        async for item in self:
            pass
        async with a as b, c:
            return


try:
    x = y = -1.5 + 2j
    x += 1
    del x, y[0], z.a
except (A, B) as error:
    raise error from None
except C:
    raise
else:
    assert x, "message"
finally:
    while a < b <= c is not d not in e:
        break
    else:
        if not a or b and c:
            ...
        elif (n := 10):
            continue
print(f"{a!r:>{width}} and {b}", *args, **kwargs)
a[1], a[1:2], a[:, ::3], a[...]
u"unicode", b"bytes", "text" "joined", 10 ** 20, True, None
x if y else z
nonlocal_name = [*a, *b]
'''

tree = ast.parse(SOURCE)
print(ast.dump(tree))
print(ast.dump(tree, annotate_fields=False))
for statement in tree.body[:3]:
    print(ast.dump(statement, include_attributes=True))
print(ast.dump(ast.parse("a + b", mode="eval")))
print(ast.dump(ast.parse("a + b\n", mode="single")))
print(ast.dump(ast.parse("(int, *str, **object) -> None", mode="func_type")))
print(ast.dump(ast.Name("x", ast.Load())), ast.dump(ast.Return()), ast.dump(ast.Constant(None)))
try:
    ast.dump("no node")
except TypeError as error:
    print(error)
for wrong in "a b", "x = ", "def f(:", "(1", "return 1 2":
    try:
        ast.parse(wrong)
    except SyntaxError as error:
        print(error.msg, error.lineno, error.filename)
