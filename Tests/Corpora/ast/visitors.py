"""Walking, visiting and changing trees, and running what comes out."""
import ast

SOURCE = """
def area(width, height=2):
    '''The area.

        Indented.
    '''
    return width * height

class Shape:
    sides: int = 4
    def show(self):
        print(self.sides, area(3))

raise_it = [area(n) for n in range(3) if n]
"""
tree = ast.parse(SOURCE)
print([type(node).__name__ for node in ast.walk(tree)])
print(repr(ast.get_docstring(tree)), repr(ast.get_docstring(tree.body[0])), repr(ast.get_docstring(tree.body[0], clean=False)))
try:
    ast.get_docstring(tree.body[2])
except TypeError as error:
    print(error)


class Names(ast.NodeVisitor):
    def __init__(self):
        self.found = []

    def visit_Name(self, node):
        self.found.append((node.id, type(node.ctx).__name__))
        self.generic_visit(node)

    def visit_FunctionDef(self, node):
        self.found.append(node.name)
        return self.generic_visit(node)


visitor = Names()
print(visitor.visit(tree), visitor.found)


class Change(ast.NodeTransformer):
    def visit_BinOp(self, node):
        self.generic_visit(node)
        return ast.copy_location(ast.BinOp(node.left, ast.Add(), node.right), node)

    def visit_AnnAssign(self, node):
        return [node, ast.copy_location(ast.Expr(ast.Call(ast.Name("print", ast.Load()), [ast.Constant("in class")], [])), node)]

    def visit_Return(self, node):
        self.generic_visit(node)
        node.value = ast.Tuple([node.value, ast.Constant("changed")], ast.Load())
        return node

    def visit_Import(self, node):
        return None


changed = ast.fix_missing_locations(Change().visit(ast.parse("import nothing\n" + SOURCE)))
print(len(changed.body))
space = {}
exec(compile(changed, "<changed>", "exec"), space)
print(space["raise_it"], space["area"].__doc__)
space["Shape"]().show()
ast.increment_lineno(changed, 10)
print(changed.body[0].lineno, changed.body[0].end_lineno, changed.body[0].body[0].col_offset)
print(eval(compile(ast.fix_missing_locations(ast.Expression(ast.BinOp(ast.Constant(1), ast.Sub(), ast.Constant(43)))), "<tree>", "eval")))
print(ast.get_source_segment(SOURCE, tree.body[0].body[1]), repr(ast.get_source_segment(SOURCE, tree.body[1].body[1], padded=True)))
print([name for name, value in ast.iter_fields(tree.body[0])], [type(node).__name__ for node in ast.iter_child_nodes(tree.body[1])])
print(ast.dump(ast.copy_location(ast.Name("x", ast.Load()), tree.body[0]), include_attributes=True))
