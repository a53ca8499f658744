# versions: 3.14-
"""struct: complex numbers."""
import struct

def show(label, function, *arguments, **keywords):
    try:
        print(label, "->", repr(function(*arguments, **keywords)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


for code in ("F", "D", "<F", ">F", "<D", ">D", "bF", "bD", "2F"):
    print(code, struct.calcsize(code))
for value in (0, 1.5, 1j, 2.5 - 3j, complex("nan"), complex("inf"), True, "a", None, 1e39, 10**400):
    for code in ("<F", ">D"):
        show(code, struct.pack, code, value)
print(struct.unpack("<F", struct.pack("<F", 1.5 - 2j)), struct.unpack(">2D", struct.pack(">2D", 1j, -0.0)))
show("float", struct.pack, "f", 1e39)
show("half", struct.pack, "e", 1e5)
show("not initialized", lambda: struct.Struct.__new__(struct.Struct).size)
