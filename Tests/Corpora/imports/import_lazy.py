# module: with a module-level __getattr__
def __getattr__(name):
    if name == "computed_name":
        return "computed by __getattr__"
    raise AttributeError(f"lazy module has no {name}")
