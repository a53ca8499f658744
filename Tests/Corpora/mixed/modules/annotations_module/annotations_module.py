# Annotated functions and classes.
def function(a: int, b: "text" = 1, *args: str, c: float = 2, **kwargs: dict) -> list:
    local: int = 5
    return local


class Point:
    x: int
    y: float = 0.0
    label: "str" = ""

    def method(self, other: object) -> bool:
        return True


def plain(a):
    pass
