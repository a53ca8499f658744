# A calculator: tokenizer, Pratt parser, tree evaluation, variables and functions, error messages.
# versions: 3.10-
import math


class CalculatorError(Exception):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position

    def __str__(self):
        return f"{self.args[0]} at {self.position}"


def tokenize(text):
    position = 0
    while position < len(text):
        c = text[position]
        if c.isspace():
            position += 1
            continue
        start = position
        if c.isdigit() or c == ".":
            while position < len(text) and (text[position].isdigit() or text[position] == "."):
                position += 1
            lexeme = text[start:position]
            try:
                yield "number", float(lexeme) if "." in lexeme else int(lexeme), start
            except ValueError:
                raise CalculatorError(f"bad number {lexeme!r}", start) from None
        elif c.isalpha():
            while position < len(text) and text[position].isalnum():
                position += 1
            yield "name", text[start:position], start
        elif text.startswith("**", position):
            position += 2
            yield "operator", "**", start
        elif c in "+-*/%()=,!":
            position += 1
            yield "operator", c, start
        else:
            raise CalculatorError(f"unexpected {c!r}", start)
    yield "end", None, position


BINARY = {"=": (1, 0), "+": (10, 11), "-": (10, 11), "*": (20, 21), "/": (20, 21), "%": (20, 21), "**": (31, 30), "!": (40, None)}


class Parser:
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.index = 0

    @property
    def current(self):
        return self.tokens[self.index]

    def advance(self):
        token = self.current
        self.index += 1
        return token

    def expect(self, symbol):
        kind, value, position = self.advance()
        if value != symbol:
            raise CalculatorError(f"expected {symbol!r}, got {value!r}", position)

    def expression(self, minimum=0):
        left = self.prefix()
        while True:
            kind, value, position = self.current
            if kind != "operator" or value not in BINARY:
                return left
            power, right_power = BINARY[value]
            if power < minimum:
                return left
            self.advance()
            if right_power is None:
                left = ("factorial", left, position)
            elif value == "=":
                if left[0] != "variable":
                    raise CalculatorError("cannot assign", position)
                left = ("assign", left[1], self.expression(right_power))
            else:
                left = ("binary", value, left, self.expression(right_power), position)

    def prefix(self):
        match self.advance():
            case "number", value, _:
                return "constant", value
            case "name", name, position:
                if self.current[1] == "(":
                    self.advance()
                    arguments = []
                    while self.current[1] != ")":
                        arguments.append(self.expression())
                        if self.current[1] == ",":
                            self.advance()
                    self.expect(")")
                    return "call", name, arguments, position
                return "variable", name, position
            case "operator", "-", _:
                return "negate", self.expression(25)
            case "operator", "(", _:
                inner = self.expression()
                self.expect(")")
                return inner
            case _, value, position:
                raise CalculatorError(f"unexpected {value!r}", position)

    def parse(self):
        tree = self.expression()
        if self.current[0] != "end":
            raise CalculatorError("trailing input", self.current[2])
        return tree


OPERATIONS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "%": lambda a, b: a % b, "**": lambda a, b: a ** b}
FUNCTIONS = {"sqrt": math.sqrt, "max": max, "min": min, "floor": math.floor, "gcd": math.gcd}


def evaluate(tree, variables):
    match tree:
        case "constant", value:
            return value
        case "variable", name, position:
            if name not in variables:
                raise CalculatorError(f"unknown variable {name}", position)
            return variables[name]
        case "assign", name, value:
            variables[name] = evaluate(value, variables)
            return variables[name]
        case "negate", operand:
            return -evaluate(operand, variables)
        case "factorial", operand, position:
            value = evaluate(operand, variables)
            if not isinstance(value, int) or value < 0:
                raise CalculatorError("factorial needs a natural number", position)
            return math.factorial(value)
        case "binary", operator, left, right, position:
            try:
                return OPERATIONS[operator](evaluate(left, variables), evaluate(right, variables))
            except ZeroDivisionError as error:
                raise CalculatorError("division by zero", position) from error
        case "call", name, arguments, position if name in FUNCTIONS:
            return FUNCTIONS[name](*(evaluate(a, variables) for a in arguments))
        case "call", name, _, position:
            raise CalculatorError(f"unknown function {name}", position)


variables = {"pi": 3.14159, "e": 2.71828}
for line in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "10 / 4", "10 % 4 - 1", "x = y = 7", "x * y - 1", "sqrt(16) + max(1, 5, 3)", "5! + 3!!", "2 * pi",
             "gcd(48, 36)", "30!", "1 / 0", "1 +", "(1", "1 2", "foo", "foo(1)", "1 = 2", "3 $ 4", "1.2.3", "1.5!", "a = b", "x = x + 1", "--3", "2 - -2", "floor(7.9)"):
    try:
        print(line, "=>", evaluate(Parser(line).parse(), variables))
    except CalculatorError as error:
        print(line, "=>", "error:", error, "because " + repr(error.__cause__) if error.__cause__ else "")
print(sorted(variables.items()))
