# What dis and opcode ask of the interpreter.
import contextlib
import dis
import io
import opcode
import re
import sys

for name in sorted(opcode.opmap):
    number = opcode.opmap[name]
    effects = []
    for operand in (None, 0, 1, 2):
        for jump in (None, True, False):
            try:
                effects.append(dis.stack_effect(number, operand, jump=jump))
            except ValueError as error:
                effects.append(str(error)[-8:])
    print(name, number, *effects)
for name in sorted(vars(opcode)):
    if name.startswith("has"):
        print(name, getattr(opcode, name))


def function(a, *b, c=1, **d):
    for x in b:
        try:
            yield a + x
        except ValueError:
            return [y for y in d if y > c]


text = io.StringIO()
with contextlib.redirect_stdout(text):
    dis.dis(function)
print(re.sub(r'at 0x[0-9a-f]+, file "[^"]*"', "at PLACE", text.getvalue()))
for bad in ((1000,), ("x",)):
    try:
        print(dis.stack_effect(*bad))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
