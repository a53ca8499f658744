"""str(), repr() and format() of objects whose methods return what they should not."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

class Odd:
    def __init__(self, value): self.value = value

    def __repr__(self):
        if isinstance(self.value, Exception): raise self.value
        return self.value


class OddText(Odd):
    def __str__(self): return self.value


class OddFormat(Odd):
    def __format__(self, spec): return self.value


class Text(str): pass


class OddList(list):
    def __repr__(self): return 5


for value in ("text", Text("subclass"), 5, None, b"bytes", ValueError("mine"), "\ud800"):
    for kind in (Odd, OddText, OddFormat):
        item = kind(value)
        show("%s str" % kind.__name__, str, item)
        show("%s repr" % kind.__name__, repr, item)
        show("%s ascii" % kind.__name__, ascii, item)
        show("%s format" % kind.__name__, format, item)
        show("%s f-string" % kind.__name__, lambda: f"{item}")
        show("%s percent" % kind.__name__, lambda: "%s" % item)
        show("%s braces" % kind.__name__, "{}".format, item)
        show("%s object.__str__" % kind.__name__, object.__str__, item)
        show("%s in a list" % kind.__name__, lambda: str([item]))
        show("%s as a key" % kind.__name__, lambda: str({item: 1}))
        show("%s joined" % kind.__name__, lambda: ",".join([str(item)]))
        show("%s of an error" % kind.__name__, lambda: str(ValueError(item)))
show("list", str, OddList())
show("list by object", object.__str__, OddList())
