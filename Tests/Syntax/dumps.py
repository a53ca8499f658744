"""Writes the syntax trees of files as `syntax-tool dump` does: run by each CPython. Reads paths from standard input.

    pythonX.Y dumps.py show FILE      the text
    pythonX.Y dumps.py digest         for each path "digest path", or "error ..." if the file is rejected
"""
import ast
import hashlib
import struct
import sys

sys.setrecursionlimit(20000)


def constant(value):
    if value is None or value is True or value is False:
        return str(value)
    if value is Ellipsis:
        return "Ellipsis"
    if isinstance(value, int):
        return hex(value)
    if isinstance(value, float):
        return "float:" + struct.pack(">d", value).hex()
    if isinstance(value, complex):
        return "complex:" + struct.pack(">d", value.real).hex() + ":" + struct.pack(">d", value.imag).hex()
    if isinstance(value, str):
        return ascii(value)
    return repr(value)


IDENTIFIERS = {"name", "id", "attr", "arg", "asname", "module", "rest", "names", "kwd_attrs"}


def dump(node, out):
    kind = type(node)
    if kind is list:
        out.append("[")
        for index, item in enumerate(node):
            if index:
                out.append(", ")
            if type(item) is str:
                out.append("'" + item + "'")
            else:
                dump(item, out)
        out.append("]")
        return
    if not isinstance(node, ast.AST):
        out.append(constant(node))
        return
    out.append(kind.__name__)
    out.append("(")
    first = True
    is_constant = kind is ast.Constant or kind.__name__ == "Interpolation" or kind.__name__ == "MatchSingleton"
    for name in kind._fields:
        value = getattr(node, name, None)
        out.append(name + "=" if first else ", " + name + "=")
        first = False
        kind_of_value = type(value)
        if kind_of_value is str and not is_constant:
            out.append("'" + value + "'")
        elif kind_of_value is int and (kind is not ast.Constant and kind.__name__ != "MatchSingleton"):
            out.append(str(value))
        else:
            dump(value, out)
    if hasattr(node, "lineno"):
        out.append("%s@%d:%d-%d:%d" % ("" if first else ", ", node.lineno, node.col_offset, node.end_lineno, node.end_col_offset))
    out.append(")")


def text(path):
    with open(path, "rb") as file:
        tree = ast.parse(file.read())
    out = []
    dump(tree, out)
    return "".join(out).encode("utf-8", "surrogatepass")


def describe(error):
    fields = [type(error).__name__, str(getattr(error, "msg", None) or error)]
    for name in ("lineno", "offset", "end_lineno", "end_offset"):
        fields.append(str(getattr(error, name, None)))
    return "\t".join(fields).replace("\n", "\\n")


def main():
    import warnings

    warnings.simplefilter("ignore")
    if sys.argv[1] == "show":
        sys.stdout.buffer.write(text(sys.argv[2]) + b"\n")
        return
    for path in sys.stdin:
        path = path.rstrip("\n")
        try:
            if sys.argv[1] == "digest":
                line = hashlib.md5(text(path)).hexdigest()
            else:
                with open(path, "rb") as file:
                    source = file.read()
                ast.parse(source)
                line = "ok"
        except Exception as error:
            line = "error\t" + describe(error)
        sys.stdout.write(line + "\t" + path + "\n")
        sys.stdout.flush()


main()
