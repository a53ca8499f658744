# A compiler for a small imperative language: lexer, recursive descent, constant folding, stack code, and a machine for it.
# versions: 3.10-
KEYWORDS = {"let", "fn", "if", "else", "while", "return", "print", "and", "or", "not", "true", "false"}


class CompileError(Exception):
    pass


class Lexer:
    def __init__(self, source):
        self.source, self.line = source, 1

    def __iter__(self):
        i, source = 0, self.source
        while i < len(source):
            c = source[i]
            if c == "\n":
                self.line += 1
                i += 1
            elif c.isspace():
                i += 1
            elif c == "#":
                while i < len(source) and source[i] != "\n":
                    i += 1
            elif c.isdigit():
                start = i
                while i < len(source) and source[i].isdigit():
                    i += 1
                yield "number", int(source[start:i]), self.line
            elif c.isalpha() or c == "_":
                start = i
                while i < len(source) and (source[i].isalnum() or source[i] == "_"):
                    i += 1
                word = source[start:i]
                yield ("keyword" if word in KEYWORDS else "name"), word, self.line
            elif c == '"':
                end = source.find('"', i + 1)
                if end < 0:
                    raise CompileError(f"line {self.line}: unterminated string")
                yield "string", source[i + 1:end], self.line
                i = end + 1
            elif source[i:i + 2] in ("==", "!=", "<=", ">="):
                yield "symbol", source[i:i + 2], self.line
                i += 2
            elif c in "+-*/%<>=(){},;[]":
                yield "symbol", c, self.line
                i += 1
            else:
                raise CompileError(f"line {self.line}: unexpected character {c!r}")
        yield "end", "end of file", self.line


LEVELS = [("or",), ("and",), ("==", "!=", "<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%")]
FOLD = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "<": lambda a, b: a < b, ">": lambda a, b: a > b,
        "==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b, "/": lambda a, b: a // b, "%": lambda a, b: a % b}


class Compiler:
    """Parses and emits in one pass; expressions are trees first, so that constants can be folded."""

    def __init__(self, source):
        self.tokens = list(Lexer(source))
        self.position, self.functions, self.code, self.locals = 0, {}, [], None

    @property
    def token(self):
        return self.tokens[self.position]

    def accept(self, *values):
        kind, value, _ = self.token
        if kind in ("keyword", "symbol") and value in values:
            self.position += 1
            return value
        return None

    def expect(self, value):
        if not self.accept(value):
            self.fail(f"expected {value!r} before {self.token[1]!r}")

    def fail(self, message):
        raise CompileError(f"line {self.token[2]}: {message}")

    def name(self):
        kind, value, _ = self.token
        if kind != "name":
            self.fail(f"expected a name, not {value!r}")
        self.position += 1
        return value

    def program(self):
        while self.token[0] != "end":
            self.statement()
        self.code.append(("halt",))
        return self.code, self.functions

    def block(self):
        self.expect("{")
        while not self.accept("}"):
            if self.token[0] == "end":
                self.fail("missing '}'")
            self.statement()

    def statement(self):
        if self.accept("let"):
            name = self.name()
            self.expect("=")
            self.emit(self.expression())
            self.code.append(("store", name))
            self.expect(";")
        elif self.accept("print"):
            self.emit(self.expression())
            self.code.append(("print",))
            self.expect(";")
        elif self.accept("return"):
            if self.locals is None:
                self.fail("return outside a function")
            self.emit(self.expression())
            self.code.append(("return",))
            self.expect(";")
        elif self.accept("if"):
            self.emit(self.expression())
            to_else = self.hole()
            self.block()
            if self.accept("else"):
                to_end = self.hole()
                self.fill(to_else, "jump_if_false")
                self.statement() if self.token[1] == "if" else self.block()
                self.fill(to_end, "jump")
            else:
                self.fill(to_else, "jump_if_false")
        elif self.accept("while"):
            start = len(self.code)
            self.emit(self.expression())
            to_end = self.hole()
            self.block()
            self.code.append(("jump", start))
            self.fill(to_end, "jump_if_false")
        elif self.accept("fn"):
            self.function()
        else:
            tree = self.expression()
            if tree[0] == "name" and self.accept("="):
                self.emit(self.expression())
                self.code.append(("store", tree[1]))
            else:
                self.emit(tree)
                self.code.append(("pop",))
            self.expect(";")

    def function(self):
        name = self.name()
        self.expect("(")
        parameters = []
        while not self.accept(")"):
            parameters.append(self.name())
            if not self.accept(","):
                self.expect(")")
                break
        outer_code, outer_locals, self.code, self.locals = self.code, self.locals, [], parameters
        self.functions[name] = parameters, self.code
        try:
            self.block()
            self.code += [("push", None), ("return",)]
        finally:
            self.code, self.locals = outer_code, outer_locals

    def hole(self):
        self.code.append(None)
        return len(self.code) - 1

    def fill(self, hole, name):
        self.code[hole] = name, len(self.code)

    def expression(self, level=0):
        if level == len(LEVELS):
            return self.unary()
        left = self.expression(level + 1)
        while operator := self.accept(*LEVELS[level]):
            right = self.expression(level + 1)
            match left, right:
                case (("constant", int(a)), ("constant", int(b))) if operator in FOLD and not (operator in "/%" and b == 0):
                    left = "constant", FOLD[operator](a, b)
                case _:
                    left = operator, left, right
        return left

    def unary(self):
        if self.accept("-"):
            return "-", ("constant", 0), self.unary()
        if self.accept("not"):
            return "not", self.unary()
        tree = self.primary()
        while self.accept("["):
            tree = "index", tree, self.expression()
            self.expect("]")
        return tree

    def arguments(self, closing):
        items = []
        while not self.accept(closing):
            items.append(self.expression())
            if not self.accept(","):
                self.expect(closing)
                break
        return items

    def primary(self):
        kind, value, _ = self.token
        self.position += 1
        match kind, value:
            case ("number" | "string"), _:
                return "constant", value
            case "keyword", ("true" | "false"):
                return "constant", value == "true"
            case "name", _:
                return ("call", value, self.arguments(")")) if self.accept("(") else ("name", value)
            case "symbol", "(":
                inner = self.expression()
                self.expect(")")
                return inner
            case "symbol", "[":
                return "list", self.arguments("]")
        self.position -= 1
        self.fail(f"unexpected {value!r}")

    def emit(self, tree):
        match tree:
            case "constant", value:
                self.code.append(("push", value))
            case "name", name:
                self.code.append(("load", name))
            case "call", name, arguments:
                for argument in arguments:
                    self.emit(argument)
                self.code.append(("call", name, len(arguments)))
            case "list", items:
                for item in items:
                    self.emit(item)
                self.code.append(("list", len(items)))
            case "not", operand:
                self.emit(operand)
                self.code.append(("not",))
            case ("and" | "or") as word, left, right:
                self.emit(left)
                self.code.append(("dup",))
                if word == "or":
                    self.code.append(("not",))
                hole = self.hole()
                self.code.append(("pop",))
                self.emit(right)
                self.fill(hole, "jump_if_false")
            case "index", left, right:
                self.emit(left)
                self.emit(right)
                self.code.append(("index",))
            case operator, left, right:
                self.emit(left)
                self.emit(right)
                self.code.append(("binary", operator))


class Machine:
    def __init__(self, code, functions):
        self.functions, self.globals, self.steps, self.output = functions, {}, 0, []
        self.natives = {"len": len, "str": str, "push": lambda l, x: l + [x], "max": max}
        self.execute(code, self.globals, 0)

    def execute(self, code, variables, depth):
        if depth > 150:
            raise RuntimeError("call depth")
        stack, pc = [], 0
        while True:
            name, *arguments = code[pc]
            pc += 1
            self.steps += 1
            match name:
                case "halt":
                    return None
                case "return":
                    return stack.pop()
                case "push":
                    stack.append(arguments[0])
                case "pop":
                    stack.pop()
                case "dup":
                    stack.append(stack[-1])
                case "not":
                    stack.append(not stack.pop())
                case "load":
                    key = arguments[0]
                    if key in variables:
                        stack.append(variables[key])
                    elif key in self.globals:
                        stack.append(self.globals[key])
                    else:
                        raise NameError(f"no variable {key}")
                case "store":
                    variables[arguments[0]] = stack.pop()
                case "print":
                    self.output.append(stack.pop())
                case "jump":
                    pc = arguments[0]
                case "jump_if_false":
                    if not stack.pop():
                        pc = arguments[0]
                case "binary":
                    right, left = stack.pop(), stack.pop()
                    stack.append(FOLD[arguments[0]](left, right))
                case "index":
                    right, left = stack.pop(), stack.pop()
                    stack.append(left[right])
                case "list":
                    n = arguments[0]
                    stack[len(stack) - n:] = [stack[len(stack) - n:]]
                case "call":
                    key, n = arguments
                    values = stack[len(stack) - n:]
                    del stack[len(stack) - n:]
                    if key in self.functions:
                        parameters, body = self.functions[key]
                        if len(parameters) != n:
                            raise TypeError(f"{key} takes {len(parameters)} arguments")
                        stack.append(self.execute(body, dict(zip(parameters, values)), depth + 1))
                    elif key in self.natives:
                        stack.append(self.natives[key](*values))
                    else:
                        raise NameError(f"no function {key}")


PROGRAM = """
fn gcd(a, b) { while b != 0 { let t = a % b; a = b; b = t; } return a; }
fn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
fn primes(limit) {
  let found = [];
  let n = 2;
  while n < limit {
    let i = 0; let prime = true;
    while i < len(found) and prime { if n % found[i] == 0 { prime = false; } i = i + 1; }
    if prime { found = push(found, n); }
    n = n + 1;
  }
  return found;
}
fn nothing() { }
fn sign(n) { if n > 0 { return "plus"; } else if n < 0 { return "minus"; } else { return "zero"; } }
print gcd(1071, 462);   # 21
print fib(12);
print primes(40);
print nothing();
print sign(5); print sign(-5); print sign(0);
print 2 + 3 * 4 - 10 / 3;
print not (1 < 2) or 5 == 5 and "yes";
print [1, [2, 3], "x"][1][0] + -7;
let x = 0 or "default";
print x;
print "text" + str(42);
"""
machine = Machine(*Compiler(PROGRAM).program())
print(*machine.output, sep="\n")
print(machine.steps, Compiler("print 1 + 2 * 3;").program()[0])
for broken in ("let = 5;", "print 1", "print (1;", "if 1 { print 2;", "return 1;", "let x = $;", 'print "abc', "print 1 / 0;", "print y;", "f();", "fn f(a) { return f(a); } f(1);", "fn g(a) {} g();",
               'print 1 + "a";', "print [1][5];", "+"):
    try:
        machine = Machine(*Compiler(broken).program())
        print(broken, "->", machine.output)
    except (CompileError, ArithmeticError, NameError, RuntimeError, TypeError, LookupError) as error:
        print(broken, "->", type(error).__name__, error)
