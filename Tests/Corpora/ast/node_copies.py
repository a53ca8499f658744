# versions: 3.14-
"""repr and __replace__ of nodes."""
import ast
import copy

name = ast.Name("x", ast.Load(), lineno=3)
print(copy.replace(name, id="y").__dict__, name.id)
for changes in {"foo": 1}, {"lineno": 5}, {"ctx": ast.Store()}:
    try:
        print(copy.replace(name, **changes).__dict__)
    except TypeError as error:
        print(error)
del name.id
try:
    copy.replace(name)
except TypeError as error:
    print(error)
print(ast.Module([ast.Name("x")] * 5, []), ast.Module([1, 2], ()), ast.Module((1, 2, 3, 4), []), ast.Module([1], (1,)))
nested = ast.Expr(ast.Expr(ast.Expr(ast.Expr(ast.Expr(1)))))
print(nested)
nested.value = nested
print(nested, ast.AST(), ast.Constant("a'b"), ast.Add(), ast.Expr({1: ast.Name("x")}))
print(ast.Module([[ast.Name("a"), [ast.Expr(ast.Expr(ast.Name("b")))]]], []))
