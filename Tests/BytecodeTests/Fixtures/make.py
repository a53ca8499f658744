"""Makes the .pyc files and CPython's own disassemblies of the fixtures: `PYTHONHASHSEED=0 python3.13 make.py`."""
import dis
import glob
import io
import marshal
import os
import py_compile
import re
import sys

assert os.environ.get("PYTHONHASHSEED") == "0" and sys.version_info[:2] == (3, 13)
os.chdir(os.path.dirname(os.path.abspath(__file__)))
for source in sorted(glob.glob("*.py")):
    name = source.removesuffix(".py")
    if name == "make":
        continue
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    py_compile.compile(source, cfile=f"{name}.pyc", dfile=source, doraise=True, invalidation_mode=mode)
    with open(f"{name}.pyc", "rb") as file:
        code = marshal.loads(file.read()[16:])
    for suffix, options in [("", {}), (".caches", {"show_caches": True}), (".offsets", {"show_offsets": True})]:
        output = io.StringIO()
        dis.dis(code, file=output, **options)
        text = re.sub(r" at 0x[0-9a-f]+", " at 0x0", output.getvalue())
        with open(f"{name}{suffix}.dis", "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
