# An interpreter for Brainfuck with a precomputed jump table.
# versions: 3.10-
def jumps(source):
    table, stack = {}, []
    for position, symbol in enumerate(source):
        if symbol == "[":
            stack.append(position)
        elif symbol == "]":
            if not stack:
                raise SyntaxError(f"unmatched ] at {position}")
            start = stack.pop()
            table[start], table[position] = position, start
    if stack:
        raise SyntaxError(f"unmatched [ at {stack[-1]}")
    return table


def run(source, data=""):
    source = "".join(c for c in source if c in "<>+-.,[]")
    table = jumps(source)
    tape, pointer, pc, steps = [0] * 64, 0, 0, 0
    output, characters = [], iter(data)
    while pc < len(source):
        match source[pc]:
            case ">":
                pointer += 1
                if pointer == len(tape):
                    tape.extend([0] * len(tape))
            case "<":
                pointer -= 1
                if pointer < 0:
                    raise IndexError("the tape starts here")
            case "+":
                tape[pointer] = (tape[pointer] + 1) % 256
            case "-":
                tape[pointer] = (tape[pointer] - 1) % 256
            case ".":
                output.append(chr(tape[pointer]))
            case ",":
                tape[pointer] = ord(next(characters, "\0"))
            case "[":
                if not tape[pointer]:
                    pc = table[pc]
            case "]":
                if tape[pointer]:
                    pc = table[pc]
        pc += 1
        steps += 1
    return "".join(output), steps


GREETING = ">+++++++++[<++++++++>-]<.+.[-]++++++++++."
REVERSE = ">,[>,]<[.<]"
ALPHABET = "++++++++[>++++++++>+++<<-]>+>++[<.+>-]"
ADD = ",>,<[>+<-]>------------------------------------------------."
for program, data in ((GREETING, ""), (REVERSE, "stressed"), (ALPHABET, ""), (ADD, "34"), ("+[>++<-]>.", "")):
    text, steps = run(program, data)
    print(repr(text), steps)
for broken in ("[[]", "+]", "<"):
    try:
        run(broken)
    except (SyntaxError, IndexError) as error:
        print(type(error).__name__, error)
