"""Widths, precisions and indices in the digits of any script."""


def attempt(action, *arguments):
    try:
        print(ascii(action(*arguments)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


for value in (5, 1.5, "x", 1 + 2j, True):
    for spec in ("\u0661\u0662", "\u0660\u0661", "\u0665.\u0661", ".\u0662", "\u0660>\u0663", "<\u0660\u0663", "\U0001d7dd", "\u00b2", "\u2167"):
        attempt(format, value, spec)
attempt("{\u0660}".format, 5)
attempt("{0[\u0660]}".format, [6])
attempt("{:{}}".format, 5, "\u0661\u0662")
for text in (" ", "", "\t", b"", b" ", bytearray(b""), "1\x00", " 1.5 "):
    attempt(float, text)
