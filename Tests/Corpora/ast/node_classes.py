"""The classes of nodes: what they say of themselves, and what their constructors take."""
import _ast
import warnings

warnings.simplefilter("always")
for name in sorted(name for name in dir(_ast) if not name.startswith("_")):
    value = getattr(_ast, name)
    if isinstance(value, int):
        print(name, value)
        continue
    print(name, value.__bases__[0].__name__, value._fields, value._attributes, getattr(value, "__match_args__", "-"), value.__module__)
    print("   ", value.__doc__)
    print("   ", {key: str(kind) for key, kind in value.__dict__.get("_field_types", {}).items()})
    print("   ", [key for key in value._fields + value._attributes if value.__dict__.get(key, 0) is None])


def attempt(function, *args, **kwargs):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            node = function(*args, **kwargs)
            print(type(node).__name__, sorted((key, value if not isinstance(value, _ast.AST) else type(value).__name__) for key, value in vars(node).items()))
        except Exception as error:
            print(type(error).__name__, error)
    for warning in caught:
        print("   ", warning.category.__name__, warning.message)


attempt(_ast.Name, "a")
attempt(_ast.Name, "a", _ast.Store())
attempt(_ast.Name, "a", 1, 2)
attempt(_ast.Name, id="a", other=3)
attempt(_ast.Name, "a", id="b")
attempt(_ast.Name, ctx=_ast.Load(), lineno=3)
attempt(_ast.Module)
attempt(_ast.Constant)
attempt(_ast.Add, 1)
attempt(_ast.FunctionDef, "f")
attempt(_ast.arguments)
attempt(_ast.ImportFrom)


class Own(_ast.Name):
    pass


class Fields(_ast.AST):
    _fields = ("a", "b")


class Typed(_ast.AST):
    _fields = ("a", "b", "c")
    _field_types = {"a": int, "b": list}


attempt(Own, "a")
attempt(Fields)
attempt(Fields, 1)
attempt(Fields, 1, 2)
attempt(Fields, 1, 2, 3)
attempt(Fields, c=3)
attempt(Typed)
attempt(Typed, a=1)
node = _ast.Name("x", _ast.Load())
node.extra = 5
print(node.__reduce__()[1:] == ((), {"id": "x", "ctx": node.ctx, "extra": 5}), sorted(vars(node)))
for name in "missing", "lineno":
    try:
        getattr(node, name)
    except AttributeError as error:
        print(error)
print(isinstance(node, _ast.expr), issubclass(_ast.Load, _ast.expr_context), hasattr(_ast.Name, "lineno"), getattr(_ast.Name, "end_lineno", "-"))
