# versions: 3.9-
"""The text of generic aliases by what stands in them."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

def function(): pass


class Named:
    __qualname__ = "Qualified.Name"

    def __repr__(self): return "repr of Named"


class Both(Named):
    def __init__(self): self.__qualname__, self.__module__ = "own.name", "own module"


class Without(Named):
    def __init__(self): self.__qualname__, self.__module__ = "own.name", None


recursive = [1]
recursive.append(recursive)
for item in (
        int, "text", 5, None, ..., len, divmod, function, lambda: 0, [1, 2], [int, [str]], recursive, (), (1,), (int, str), list[int], [list[int]],
        Named, Named(), Both(), Without(), str.upper, [].append, Named.mro, [function, ...]):
    text = ascii(list[item])
    print(text.split(" at 0x")[0])
show("not iterable", lambda: list(list[int]))
for index in (0, "x", slice(1)):
    show("not generic", lambda: dict[str, int][index])
