"""A package whose __init__ imports relatively."""
from . import circle
from .circle import area as circle_area

print("shapes package runs", __name__, __package__)


def area(kind, size):
    return {"circle": circle_area}[kind](size)


def relative_results():
    from .solids import cube
    from .solids.cube import parent_name, grandparent
    from . import square as sq
    return cube.__name__, parent_name(), grandparent(), sq.side(9)
