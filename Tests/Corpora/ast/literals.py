"""ast.literal_eval."""
import ast

for source in (
    "1", "-1", "+1.5", "1+2j", "-1-2j", "'a' 'b'", "b'x'", "[1, (2,), {3: 4}, {5}]", "set()", "None", "True", "...", "{}", "()", " 1", "x", "1+1",
    "f(1)", "-'a'", "{1: [2]", "lambda: 0", "--1", "[x]", "{**{}}", "f'{1}'", "1j+1", "[1]*3", "'\\n'", "2**100", "10000000000000000000000", "-True",
    "(1)", "[-1, +2]", "{-1: -1j}", "1 - -1j", "not 1", "a.b", "a[0]", "1 if 1 else 2", "",
):
    try:
        value = ast.literal_eval(source)
        print(repr(source), type(value).__name__, value)
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.msg)
    except ValueError as error:
        print(repr(source), str(error).split(": ")[0])
print(ast.literal_eval(ast.parse("[1, 'a']", mode="eval")), ast.literal_eval(ast.Constant(3)), ast.literal_eval(ast.parse("{1}", mode="eval").body))
for wrong in [ast.Name("x", ast.Load())], ast.Dict([ast.Constant(1)], []), ast.Expr(ast.Constant(1)):
    try:
        print(ast.literal_eval(wrong))
    except ValueError as error:
        print(str(error).split(": ")[0])
try:
    ast.literal_eval("{[]: 1}")
except TypeError as error:
    print(type(error).__name__)
