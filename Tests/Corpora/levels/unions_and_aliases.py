# Unions and generic aliases.
def show(name, function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as e:
        result = "%s: %s" % (type(e).__name__, e)
    print(name, result)


for name, function in [
    ("list[int]", lambda: list[int]), ("dict[str, int]", lambda: dict[str, int]), ("type[int]", lambda: type[int]),
    ("int | None", lambda: int | None), ("type of a union", lambda: type(int | str)), ("isinstance", lambda: isinstance(1, int | str)),
    ("issubclass", lambda: issubclass(int, int | str)), ("int | 1", lambda: int | 1), ("equal", lambda: (int | str) == (str | int)),
    ("alias | None", lambda: list[int] | None), ("isinstance of an alias", lambda: isinstance(1, list[int])),
    ("subscript of an alias", lambda: list[int][str]), ("flat", lambda: int | str | (bool | int)), ("one type", lambda: int | int),
    ("arguments", lambda: (int | str).__args__), ("call of an alias", lambda: list[int]((1, 2))),
]:
    show(name, function)
