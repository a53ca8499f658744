# str.format and format_map: numbering, lookups, conversions, nested fields, errors.
def show(template, *args, **kwargs):
    try:
        print(repr(template), "->", repr(template.format(*args, **kwargs)))
    except Exception as error:
        print(repr(template), "->", type(error).__name__, error)


class Point:
    def __init__(self):
        self.x = {"key": [1, 2], "0": "text"}

    def __format__(self, spec):
        return f"<{spec}>"


point = Point()
show("{} {}", 1, 2)
show("{1} {0}", 1, 2)
show("{a} {b}", a=1, b=2)
show("{0.x[key][1]} {0.x[0]}", point)
show("{.x}", point)
show("{[0]}", [8])
show("{[-1]}", {"-1": 9})
show("{!r} {!s} {!a}", "\xe9", "\xe9", "\xe9")
show("{!r:>5}|", "a")
show("{:{}}|{:>{w}}", 3, 5, "a", w=4)
show("{:{}{}{}}", 3.14159, 10, ".", 2)
show("{{}} {{{}}}", 1)
show("{0:}{0!s:}", 3)
show("{:any spec}", point)
show("{:%H}", point)
show("plain")
show("")
for template in ("{} {}", "{0} {}", "{} {0}", "{", "}", "{0", "{0!}", "{0!x}", "{0!rr}", "{0.a}", "{0[a]}", "{0.}", "{0[}", "{0[]}", "{0[0]x}", "{1}",
                 "{:{:{}}}", "{-1}", "{:d}", "{99999999999999999999}", "{0[99999999999999999999]}", "{0 }", "{:}}", "{0:{", "{0!r", "{:!r}", "a{b", "{0!r x}", "{name}", "{0{1}}"):
    show(template, "text")
print("{a} {b}".format_map({"a": 1, "b": 2}))


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{a} {b[0]}".format_map(Missing(a=1)))
for template in ("{}", "{0}", "{c}"):
    try:
        template.format_map({"a": 1})
    except Exception as error:
        print(type(error).__name__, error)
