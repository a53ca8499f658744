# module: with __all__
__all__ = ["visible", "also_visible"]
visible = "in __all__"
also_visible = 2
_hidden = 3
not_in_all = 4
