# Code objects of a module in functions of a program, and the other way round.
# module-versions: code_objects_module all
import types
import code_objects_module as m

factor = 100
log = []


def own(a, b=20):
    return "own", a, b, factor


def own_closure():
    x = "program cell"

    def read():
        return "own", x
    return read


print(types.FunctionType(m.add.__code__, globals(), argdefs=(1,))(5), list(types.FunctionType(m.generator.__code__, globals())(3)), list(m.generator(3)))
own.__code__, m.add.__code__ = m.add.__code__, own.__code__
try:
    print(own(1), m.add(1))
except NameError as error:
    print(error)
own.__code__, m.add.__code__ = m.add.__code__, own.__code__
print(own(1), m.add(1))
read, other = m.closure(), own_closure()
print(types.FunctionType(read.__code__, globals(), closure=other.__closure__)(), types.FunctionType(other.__code__, vars(m), closure=read.__closure__)())
read.__code__ = other.__code__
print(read())
try:
    types.FunctionType(m.raises.__code__, globals())()
except ValueError as error:
    print(error, log, m.log)
print(m.add.__code__ == m.add.__code__.replace(), m.add.__code__.co_varnames, m.add.__code__.replace(co_name="renamed").co_name)
print(types.FunctionType(m.add.__code__.replace(co_name="renamed"), {})(1, 2))
