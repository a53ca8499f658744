# A JSON parser and writer with line and column in its errors.
# versions: 3.10-
class JSONError(ValueError):
    def __init__(self, message, text, position):
        line = text.count("\n", 0, position) + 1
        column = position - (text.rfind("\n", 0, position) + 1) + 1
        super().__init__(f"{message}: line {line} column {column}")


class Parser:
    ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}

    def __init__(self, text):
        self.text, self.position = text, 0

    def fail(self, message):
        raise JSONError(message, self.text, self.position)

    def space(self):
        while self.position < len(self.text) and self.text[self.position] in " \t\r\n":
            self.position += 1

    def peek(self):
        return self.text[self.position] if self.position < len(self.text) else ""

    def take(self, expected):
        if not self.text.startswith(expected, self.position):
            self.fail(f"expected {expected!r}")
        self.position += len(expected)

    def value(self):
        self.space()
        c = self.peek()
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        if c == '"':
            return self.string()
        for word, constant in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.position):
                self.position += len(word)
                return constant
        if c == "-" or c.isdigit():
            return self.number()
        self.fail("unexpected end" if not c else f"unexpected {c!r}")

    def object(self):
        self.take("{")
        result = {}
        self.space()
        if self.peek() == "}":
            self.position += 1
            return result
        while True:
            self.space()
            key = self.string()
            self.space()
            self.take(":")
            result[key] = self.value()
            self.space()
            if self.peek() == ",":
                self.position += 1
                continue
            self.take("}")
            return result

    def array(self):
        self.take("[")
        result = []
        self.space()
        if self.peek() == "]":
            self.position += 1
            return result
        while True:
            result.append(self.value())
            self.space()
            if self.peek() == ",":
                self.position += 1
                continue
            self.take("]")
            return result

    def string(self):
        self.take('"')
        parts = []
        while (c := self.peek()) != '"':
            if not c:
                self.fail("unterminated string")
            self.position += 1
            if c == "\\":
                c = self.peek()
                self.position += 1
                if c == "u":
                    digits = self.text[self.position:self.position + 4]
                    try:
                        parts.append(chr(int(digits, 16)))
                    except ValueError:
                        self.fail("bad \\u escape")
                    self.position += 4
                elif c in self.ESCAPES:
                    parts.append(self.ESCAPES[c])
                else:
                    self.fail(f"bad escape {c!r}")
            elif c < " ":
                self.fail("control character")
            else:
                parts.append(c)
        self.position += 1
        return "".join(parts)

    def number(self):
        start = self.position
        if self.peek() == "-":
            self.position += 1
        while self.peek().isdigit():
            self.position += 1
        kind = int
        if self.peek() == ".":
            kind = float
            self.position += 1
            while self.peek().isdigit():
                self.position += 1
        if self.peek() in ("e", "E"):
            kind = float
            self.position += 1
            if self.peek() in ("+", "-"):
                self.position += 1
            while self.peek().isdigit():
                self.position += 1
        try:
            return kind(self.text[start:self.position])
        except ValueError:
            self.fail("bad number")


def loads(text):
    parser = Parser(text)
    value = parser.value()
    parser.space()
    if parser.position != len(text):
        parser.fail("extra data")
    return value


def dumps(value, indent=None, level=0):
    newline = "\n" + " " * (indent * (level + 1)) if indent else ""
    end = "\n" + " " * (indent * level) if indent else ""
    separator = "," + (newline or " ")
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return '"' + "".join({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}.get(c) or (c if " " <= c <= "~" else f"\\u{ord(c):04x}") for c in value) + '"'
        case []:
            return "[]"
        case dict() if not value:
            return "{}"
        case [*items] | (*items,):
            return "[" + newline + separator.join(dumps(i, indent, level + 1) for i in items) + end + "]"
        case {**items}:
            return "{" + newline + separator.join(f"{dumps(k)}: {dumps(v, indent, level + 1)}" for k, v in items.items()) + end + "}"
    raise TypeError(f"cannot write {type(value).__name__}")


DOCUMENT = """
{
  "name": "example", "version": [1, 2, -3], "nested": {"empty": {}, "list": [], "deep": [[[1]]]},
  "floats": [1.5, -0.25, 1e3, 2.5E-2], "flags": [true, false, null],
  "text": "quote \\" slash \\\\ newline \\n tab \\t unicode \\u00e9 \\u4e2d"
}
"""
value = loads(DOCUMENT)
print(value)
print(dumps(value))
print(dumps(value, indent=2))
print(loads(dumps(value)) == value, loads(" 5 "), loads('"x"'))
for broken in ("", "{", "[1,", '{"a" 1}', '{"a": 1,}', "[1 2]", "tru", '"abc', '"\\q"', '"\\u12"', "1 2", "-", "{1: 2}", "[\n  1,\n  oops\n]", '"a\nb"'):
    try:
        print(loads(broken))
    except JSONError as error:
        print(repr(broken), "->", error)
try:
    dumps({"a": {1, 2}})
except TypeError as error:
    print(error)
