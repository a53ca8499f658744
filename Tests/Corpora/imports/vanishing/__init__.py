"""A package that its submodule takes out of sys.modules."""
