"""A package with a submodule that cannot be imported."""
