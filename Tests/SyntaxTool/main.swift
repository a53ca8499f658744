import Compiler
print("x")
