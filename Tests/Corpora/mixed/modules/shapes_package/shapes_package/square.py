def area(side):
    from . import constants
    constants.used.append("square")
    return side * side
