"""Type comments in trees."""
import ast

SOURCE = """x = 1 # type: int
for a in b: # type: ignore[x]
    pass
for a in b: # type: str
    pass
def f(a, # type: int
      b # type: str
      ):
    # type: (...) -> int
    pass
def g(a): # type: (int) -> str
    x = y = [] # type: List[int]
with a as b: # type: X
    pass # type: ignore
async def h(*args, # type: int
            **kwargs): #type: not one
    pass
"""
tree = ast.parse(SOURCE, type_comments=True)
print(ast.dump(tree))
print(ast.dump(ast.parse(SOURCE)) == ast.dump(tree), [(ignore.lineno, ignore.tag) for ignore in tree.type_ignores])
for wrong in "f() # type: int\n", "if x: # type: int\n    pass\n", "# type: int\n", "x: int = 1 # type: int\n":
    try:
        ast.parse(wrong, type_comments=True)
        print("taken")
    except SyntaxError as error:
        print(type(error).__name__, error.lineno)
