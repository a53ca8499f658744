# versions: 3.9-
"""ast.dump with indentation, and what it leaves out."""
import ast

tree = ast.parse("def f(a, b=1):\n    return [a, b.c], {}\nx: int\nclass C: pass\nf()\n")
print(ast.dump(tree, indent=2))
print(ast.dump(tree, indent="\t", annotate_fields=False))
print(ast.dump(tree.body[1], indent=0, include_attributes=True))
node = ast.Constant(value=None)
node.kind = None
print(ast.dump(node), ast.dump(ast.Dict([], [])), ast.dump(ast.List([], ast.Load()), annotate_fields=False))
