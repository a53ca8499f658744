# A stack machine: assembler with labels, bytecode in a bytes object, interpreter, debugger by generator.
# versions: 3.10-
from collections import namedtuple

Instruction = namedtuple("Instruction", "name argument")
OPCODES = ["halt", "push", "pop", "add", "sub", "mul", "div", "dup", "swap", "jump", "jz", "call", "ret", "load", "store", "print", "less"]
NUMBER = {name: number for number, name in enumerate(OPCODES)}
WITH_ARGUMENT = {"push", "jump", "jz", "call", "load", "store"}


class MachineError(Exception):
    pass


def assemble(source):
    labels, code, fixups = {}, [], []
    for number, line in enumerate(source.splitlines(), 1):
        line, _, _ = line.partition(";")
        words = line.split()
        if not words:
            continue
        if words[0].endswith(":"):
            labels[words.pop(0)[:-1]] = len(code)
            if not words:
                continue
        name, *arguments = words
        if name not in NUMBER:
            raise MachineError(f"line {number}: unknown instruction {name}")
        if (name in WITH_ARGUMENT) != bool(arguments):
            raise MachineError(f"line {number}: {name} takes {int(name in WITH_ARGUMENT)} argument(s)")
        code.append(NUMBER[name])
        for argument in arguments:
            try:
                value = int(argument)
            except ValueError:
                fixups.append((len(code), argument, number))
                value = 0
            code.extend(value.to_bytes(2, "big", signed=True))
    for position, label, number in fixups:
        if label not in labels:
            raise MachineError(f"line {number}: unknown label {label}")
        code[position:position + 2] = labels[label].to_bytes(2, "big", signed=True)
    return bytes(code)


def disassemble(code):
    position = 0
    while position < len(code):
        name = OPCODES[code[position]]
        if name in WITH_ARGUMENT:
            yield position, Instruction(name, int.from_bytes(code[position + 1:position + 3], "big", signed=True))
            position += 3
        else:
            yield position, Instruction(name, None)
            position += 1


class Machine:
    def __init__(self, code, limit=100000):
        self.code, self.limit = code, limit
        self.stack, self.calls, self.memory, self.output = [], [], {}, []
        self.handlers = [getattr(self, "do_" + name, None) for name in OPCODES]

    def pop(self):
        if not self.stack:
            raise MachineError("stack underflow")
        return self.stack.pop()

    def binary(self, function):
        b, a = self.pop(), self.pop()
        self.stack.append(function(a, b))

    def run(self):
        for _ in self.steps():
            pass
        return self.output

    def steps(self):
        instructions = dict(disassemble(self.code))
        pc, count = 0, 0
        while True:
            count += 1
            if count > self.limit:
                raise MachineError("step limit")
            if pc not in instructions:
                raise MachineError(f"no instruction at {pc}")
            name, argument = instructions[pc]
            yield pc, name, argument, tuple(self.stack)
            pc += 3 if argument is not None else 1
            match name:
                case "halt":
                    return count
                case "push":
                    self.stack.append(argument)
                case "pop":
                    self.pop()
                case "add":
                    self.binary(lambda a, b: a + b)
                case "sub":
                    self.binary(lambda a, b: a - b)
                case "mul":
                    self.binary(lambda a, b: a * b)
                case "less":
                    self.binary(lambda a, b: int(a < b))
                case "div":
                    b, a = self.pop(), self.pop()
                    if b == 0:
                        raise MachineError("division by zero")
                    self.stack.append(a // b)
                case "dup":
                    self.stack += self.stack[-1:]
                case "swap":
                    self.stack[-2:] = self.stack[:-3:-1]
                case "jump":
                    pc = argument
                case "jz":
                    if self.pop() == 0:
                        pc = argument
                case "call":
                    self.calls.append(pc)
                    pc = argument
                case "ret":
                    pc = self.calls.pop()
                case "load":
                    self.stack.append(self.memory.get(argument, 0))
                case "store":
                    self.memory[argument] = self.pop()
                case "print":
                    self.output.append(self.pop())


FACTORIALS = """
        push 1
        store 0
loop:   load 0
        call factorial
        print
        load 0
        push 1
        add
        dup
        store 0
        push 12
        swap
        less
        jz loop
        halt
factorial:
        dup
        push 2
        less
        jz recurse      ; not less than 2
        pop
        push 1
        ret
recurse:
        dup
        push -1
        add
        call factorial
        mul
        ret
"""
code = assemble(FACTORIALS)
print(len(code), code.hex())
for position, (name, argument) in disassemble(code):
    print(f"{position:3} {name}" + (f" {argument}" if argument is not None else ""))
print(Machine(code).run())
trace = Machine(assemble("push 2\npush 3\nmul\ndup\nadd\nprint\nhalt")).steps()
for state in trace:
    print(*state)
for source in ("bogus", "push", "pop 1", "jump nowhere", "pop", "push 1\npush 0\ndiv", "start: jump start", "push 1", "push 99999"):
    try:
        print(Machine(assemble(source)).run())
    except (MachineError, OverflowError) as error:
        print(repr(source), "->", error)
