"""Writes X.Y.pyc from program.py, and what the `dis` of the CPython that runs this says about it in each mode: X.Y.MODE.dis, if that
is not the same as the plain text. Written in what Python 2.7 and 3.14 have in common.

    pythonX.Y Tests/BytecodeTests/Fixtures/Versions/make.py
"""
import io
import os
import sys

FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(FOLDER, "..", "..", "..", "Sweeps"))
sys.dont_write_bytecode = True
import sweep


def main():
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.environ["PYTHONHASHSEED"] = "0"
        os.execv(sys.executable, [sys.executable] + sys.argv)
    target = os.path.join(FOLDER, sweep.VERSION)
    source = os.path.join(FOLDER, "program.py")
    # The time stamp stands in the file.
    os.utime(source, (1000000000, 1000000000))
    sweep.py_compile.compile(source, cfile=target + ".pyc", dfile="program.py", doraise=True)
    with open(target + ".pyc", "rb") as file:
        code = sweep.marshal.loads(file.read()[sweep.HEADER:])
    plain = None
    for mode in ["plain"] + [mode for mode in sweep.modes() if mode not in ("plain", "everything")]:
        text = sweep.ADDRESS.sub(" at 0x0", sweep.disassembly(code, sweep.MODES[mode]))
        if not isinstance(text, bytes):
            text = text.encode("utf-8", "backslashreplace")
        if text == plain:
            continue
        plain = plain or text
        with io.open(target + "." + mode + ".dis", "wb") as file:
            file.write(text)


if __name__ == "__main__":
    main()
