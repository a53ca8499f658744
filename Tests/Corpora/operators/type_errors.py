# Every binary, in-place and unary operator on operands that do not support it.
class Plain:
    pass


binary = {
    "+": lambda a, b: a + b, "&": lambda a, b: a & b, "//": lambda a, b: a // b, "<<": lambda a, b: a << b,
    "@": lambda a, b: a @ b, "*": lambda a, b: a * b, "%": lambda a, b: a % b, "|": lambda a, b: a | b,
    "**": lambda a, b: a ** b, ">>": lambda a, b: a >> b, "-": lambda a, b: a - b, "/": lambda a, b: a / b,
    "^": lambda a, b: a ^ b,
}


def iadd(a, b):
    a += b


def iand(a, b):
    a &= b


def ifloor(a, b):
    a //= b


def ilshift(a, b):
    a <<= b


def imatmul(a, b):
    a @= b


def imul(a, b):
    a *= b


def imod(a, b):
    a %= b


def ior(a, b):
    a |= b


def ipow(a, b):
    a **= b


def irshift(a, b):
    a >>= b


def isub(a, b):
    a -= b


def idiv(a, b):
    a /= b


def ixor(a, b):
    a ^= b


inplace = [iadd, iand, ifloor, ilshift, imatmul, imul, imod, ior, ipow, irshift, isub, idiv, ixor]
unary = {"-": lambda a: -a, "+": lambda a: +a, "~": lambda a: ~a}
operands = [(Plain(), 1), (1, Plain()), ("a", 1), (1, "a"), ([], ()), (None, 1.5), ({}, []), (b"", ""), (1, 2.5), (2.5, 1j)]


def attempt(label, action, *arguments):
    try:
        result = action(*arguments)
    except TypeError as error:
        print(label, error)
    except ValueError as error:
        print(label, "ValueError", error)
    else:
        print(label, "ok", result)


for name, action in binary.items():
    for pair in operands:
        attempt(name, action, *pair)
for action in inplace:
    for pair in operands[:6]:
        attempt(action.__name__, action, *pair)
for name, action in unary.items():
    for operand in (Plain(), "a", None, [], 1.5, 1j, {}):
        attempt(name, action, operand)
attempt("print >>", lambda: print >> 5)
