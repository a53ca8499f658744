# What formatting says and gives.
def show(name, function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as e:
        result = "%s: %s" % (type(e).__name__, e)
    print(name, result)


for value, spec in [
    (1.0, "z"), (-0.0, "z.1f"), (1234567.1234567, ",.6_f"), (1.5, ".6_f"), (1, "zz"), ("x", "zz"), (1, "z"), ("a", "z"), ("ab", "010"),
    ("", " "), ("", "+"), ("x", "d"), (1.5, "d"), ("x", "="), ("x", "#"), (1, ".3d"), (1, ",x"), (1j, "010"), (1.5, "."),
]:
    show("format(%r, %r)" % (value, spec), format, value, spec)
for template, value in [
    ("%d", "x"), ("%x", "x"), ("%x", 1.5), ("%i", None), ("%c", "xx"), ("%c", b"x"), ("%c", 1.5), ("%c", 0x110000), ("%q", 1), ("%s %s", 1),
    (b"%c", "x"), (b"%c", b"xx"), (b"%c", 300), (b"%d", "x"), (b"%s", "x"),
]:
    show("%r %% %r" % (template, value), lambda: template % value)
