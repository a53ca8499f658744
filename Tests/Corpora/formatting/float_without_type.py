"""Format specifications of floats with a precision and without a type."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

VALUES = (0.0, -0.0, 1.0, 1.5, 2.675, 3.0, 9.96, 10.0, 12.0, 33.0, 99.5, 100.0, 123.0, 1234.5, 1e5, 1e16, 1e22, 1e-4, 1e-5, 0.1, 1/3, -7.0, 1e300)
for value in VALUES + (float("inf"), float("-inf"), float("nan")):
    for spec in (".0", ".1", ".2", ".3", ".5", ".16", ".17", "#.2", "8.1", "+.0", "08.2", "<9.3", ",.6"):
        show("%r %s" % (value, spec), format, value, spec)
for value in (1 + 2j, 33 - 0j, 0.5j):
    for spec in (".0", ".1", ".2", ".4"):
        show("%r %s" % (value, spec), format, value, spec)
for value in (65, 0x20AC, 0x110000, -1, 2**31, 2**62, 2**63, True):
    show("%r as a character" % (value,), format, value, "c")
    show("%r as a wide character" % (value,), format, value, "5c")
for item in ({}, "x", None, [1], 1j, 2**2000):
    show("%s of bytes" % type(item).__name__, lambda: b"%.2f" % (item,))
    show("%s of text" % type(item).__name__, lambda: "%.2f" % (item,))
