# Formatting by %: directives without flags, beside others; what they call, and what they refuse.
def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


class Shown:
    def __str__(self):
        print("str")
        return "<shown>"

    def __repr__(self):
        return "<repr>"

    def __int__(self):
        return 7

    def __index__(self):
        return 8


class Text(str):
    def __str__(self):
        return "other"


class Number(int):
    def __str__(self):
        return "number"


class Raising:
    def __str__(self):
        raise KeyError("no text")


for make in (
    lambda: "%s" % "a", lambda: "%s" % 5, lambda: "%d" % 5, lambda: "%d" % -5, lambda: "%d" % 2 ** 70, lambda: "%d" % 5.9, lambda: "%d" % True, lambda: "%s" % True,
    lambda: "%s %s" % ("a", "b"), lambda: "%s" % ("a",), lambda: "%s" % ("a", "b"), lambda: "%s %s" % "a", lambda: "%s %s" % ("a",), lambda: "%d" % "5", lambda: "%d" % None,
    lambda: "%s" % Shown(), lambda: "%r" % Shown(), lambda: "%d" % Shown(), lambda: "%s" % Text("x"), lambda: "%s" % Number(5), lambda: "%d" % Number(5), lambda: "%s" % Raising(),
    lambda: "%(a)s %(b)d" % {"a": 1, "b": 2}, lambda: "%s" % {"a": 1}, lambda: "%(a)s %s" % {"a": 1}, lambda: "%s" % [1, 2], lambda: "%s" % (), lambda: "%s%%" % 5, lambda: "%%" % (),
    lambda: "%%s" % (), lambda: "%" % (), lambda: "%s%" % "a", lambda: "%d%s%5d|%-5s|%05d" % (1, "x", 2, "y", 3), lambda: "%s\u20ac%s" % ("\xe9", "\U0001F600"), lambda: "%ls %hd %Ld" % (1, 2, 3),
    lambda: "%5s%d" % ("a", 1), lambda: "%.2s%d" % ("abc", 1), lambda: "%+d% d" % (1, 2), lambda: "%*d" % (5, 1), lambda: "%s" % None, lambda: "no directive" % (), lambda: "no directive" % 5,
    lambda: "no directive" % {}, lambda: "no directive" % [1], lambda: "%c%s" % (65, "b"), lambda: "%x%s" % (255, 1), lambda: "%z" % 1, lambda: "%s %q" % (1, 2), lambda: b"%s %d" % (b"x", 5),
    lambda: b"%s" % "x", lambda: b"%s" % 5, lambda: b"%d" % 5, lambda: b"%a" % "\xe9", lambda: "%s" * 3 % (1, 2, 3), lambda: "%d,%d" % (2 ** 48, -2 ** 48), lambda: "%d" % 10 ** 14,
):
    show(make)
