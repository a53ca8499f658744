"""A tree that goes through objects gives the code that its source gives."""
import ast
import copy

SOURCES = [
    "x = 1", "def f(a, *b, c=1, **d) -> int:\n    'doc'\n    return a + c\n", "class C(B, m=1):\n    x: int = 2\n    def g(self): return super().g()\n",
    "try:\n    a\nexcept B as e:\n    c\nelse:\n    d\nfinally:\n    e\n", "for i, (j, *k) in x:\n    if i: continue\n    break\nelse:\n    y\n",
    "with a as b, c:\n    pass\n", "[x for y in z if y for x in y]",
    "lambda a, b=2: (yield)", "f'{a!r:>{b}} {c}' f'{d}'", "a[1:2, ..., ::3] = b[1]", "import a.b as c, d\nfrom . import e\nfrom f import *\n", "x = y = z = -1 + 2j",
    "async def f():\n    await a\n    async with b as c: pass\n    async for d in e: pass\n    return [g async for g in h]\n", "a < b <= c is not d not in e",
    "while not a and b or c:\n    x += 1\n", "del a, b.c, d[0]", "def f():\n    global a\n    def g():\n        nonlocal b\n    b = 1\n", "assert a, b\nraise A from b\n",
    "print(*a, **b, c=1)", "(x := 1)", "from __future__ import annotations\nx: undefined = 1\n", "'a' 'b' if 0 else u'c'", "__debug__, 1 + 2, 'a' * 3, (1, (2, 3)), x in {1, 2}",
]
for source in SOURCES:
    tree = ast.parse(source)
    again = copy.deepcopy(tree)
    plain = compile(source, "<source>", "exec")
    print(compile(tree, "<source>", "exec") == plain, compile(again, "<source>", "exec") == plain, ast.dump(tree) == ast.dump(again), repr(source[:30]))
print(eval(compile(ast.parse("6 * 7", mode="eval"), "<source>", "eval")))
exec(compile(ast.parse("6 * 7\n", mode="single"), "<source>", "single"))
for mode, tree in ("eval", ast.parse("1")), ("exec", ast.parse("1", mode="eval")), ("single", ast.parse("1")):
    try:
        compile(tree, "<source>", mode)
    except TypeError as error:
        print(error)
print(type(compile("1", "<source>", "exec", ast.PyCF_ONLY_AST)).__name__)
tree = ast.parse("1")
print(compile(tree, "<source>", "exec", ast.PyCF_ONLY_AST) is tree)
print(ast.parse("a\nb").body[0].value.ctx is ast.parse("c").body[0].value.ctx)
