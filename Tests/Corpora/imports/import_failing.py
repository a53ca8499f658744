# module: raises while it is imported
print("import_failing starts")
before = 1
raise RuntimeError("the module failed")
