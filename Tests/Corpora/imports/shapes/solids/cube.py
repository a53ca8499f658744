from .. import circle
from . import dimensions
from ..square import side


def volume(edge):
    return edge ** dimensions


def parent_name():
    return __package__


def grandparent():
    try:
        from ... import beyond
    except (ImportError, ValueError) as error:
        return str(error), circle.NAME, side(16)
