raise ValueError("in the submodule")
