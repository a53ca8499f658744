"""Trees as objects: for each file whose path is on standard input, a checksum of its dump with all attributes, and whether the tree gives the code
that the source gives. Run by each CPython and by `adder run`, the output is to be the same:

    ls FOLDER/*.py | pythonX.Y Tests/Syntax/objects.py > expected
    ls FOLDER/*.py | adder run --version X.Y Tests/Syntax/objects.py | diff expected -
"""
import ast
import binascii
import sys
import warnings

warnings.simplefilter("ignore")
for line in sys.stdin:
    path = line.rstrip("\n")
    with open(path, "rb") as file:
        source = file.read()
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        print(path, type(error).__name__)
        continue
    dump = ast.dump(tree, include_attributes=True).encode("utf-8", "surrogatepass")
    print(path, binascii.crc32(dump), compile(source, path, "exec", dont_inherit=True) == compile(tree, path, "exec", dont_inherit=True))
