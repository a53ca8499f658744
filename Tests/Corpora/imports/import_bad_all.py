# module: __all__ names what is not there
__all__ = ["present", "absent"]
present = 1
