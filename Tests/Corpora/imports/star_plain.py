# module: without __all__
public_name = 1
_private = 2
star_value = 3


def public_function():
    pass
