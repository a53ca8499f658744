# A spreadsheet: formulas with references and ranges, dependency tracking, recalculation, cycles.
# versions: 3.10-
class CellError(Exception):
    pass


class Formula:
    def __init__(self, text):
        self.text, self.references = text, []
        self.tokens = list(self.split(text))
        self.tree = self.sum()
        if self.tokens:
            raise CellError(f"extra {self.tokens[0]}")

    @staticmethod
    def split(text):
        word = ""
        for c in text + " ":
            if c.isalnum() or c == ".":
                word += c
                continue
            if word:
                yield word
                word = ""
            if not c.isspace():
                yield c

    def take(self, *symbols):
        if self.tokens and self.tokens[0] in symbols:
            return self.tokens.pop(0)

    def sum(self):
        left = self.product()
        while operator := self.take("+", "-"):
            left = operator, left, self.product()
        return left

    def product(self):
        left = self.atom()
        while operator := self.take("*", "/"):
            left = operator, left, self.atom()
        return left

    def atom(self):
        if not self.tokens:
            raise CellError("incomplete")
        token = self.tokens.pop(0)
        if token == "(":
            inner = self.sum()
            if not self.take(")"):
                raise CellError("missing )")
            return inner
        if token == "-":
            return "-", ("number", 0), self.atom()
        if token[0].isdigit():
            return "number", float(token) if "." in token else int(token)
        if self.take("("):
            arguments = []
            while not self.take(")"):
                arguments.append(self.argument())
                self.take(",")
            return "call", token.lower(), arguments
        self.references.append(token)
        return "cell", token

    def argument(self):
        first = self.sum()
        if self.take(":"):
            last = self.sum()
            cells = list(expand(first[1], last[1]))
            self.references.extend(cells)
            return "range", cells
        return first


def expand(first, last):
    for column in range(ord(first[0]), ord(last[0]) + 1):
        for row in range(int(first[1:]), int(last[1:]) + 1):
            yield f"{chr(column)}{row}"


FUNCTIONS = {"sum": sum, "max": max, "min": min, "count": len, "avg": lambda values: sum(values) / len(values)}


class Sheet:
    def __init__(self):
        self.content, self.cache, self.users, self.evaluations = {}, {}, {}, 0

    def __setitem__(self, name, text):
        for users in self.users.values():
            users.discard(name)
        if isinstance(text, str) and text.startswith("="):
            formula = Formula(text[1:])
            for reference in formula.references:
                self.users.setdefault(reference, set()).add(name)
            self.content[name] = formula
        else:
            self.content[name] = text
        self.forget(name)

    def __delitem__(self, name):
        del self.content[name]
        self.forget(name)

    def forget(self, name):
        if self.cache.pop(name, None) is not None or name not in self.cache:
            for user in list(self.users.get(name, ())):
                if user in self.cache:
                    self.forget(user)

    def __getitem__(self, name):
        return self.value(name, ())

    def value(self, name, trail):
        if name in trail:
            raise CellError("cycle " + ">".join((*trail[trail.index(name):], name)))
        if name not in self.cache:
            content = self.content.get(name, 0)
            if isinstance(content, Formula):
                self.evaluations += 1
                try:
                    content = self.evaluate(content.tree, (*trail, name))
                except (ZeroDivisionError, TypeError) as error:
                    raise CellError(f"{name}: {error}") from error
            self.cache[name] = content
        return self.cache[name]

    def evaluate(self, tree, trail):
        match tree:
            case "number", value:
                return value
            case "cell", name:
                return self.value(name, trail)
            case "call", name, arguments:
                if name not in FUNCTIONS:
                    raise CellError(f"no function {name}")
                values = []
                for argument in arguments:
                    match argument:
                        case "range", cells:
                            values += [self.value(cell, trail) for cell in cells]
                        case _:
                            values.append(self.evaluate(argument, trail))
                return FUNCTIONS[name](values)
            case "+", a, b:
                return self.evaluate(a, trail) + self.evaluate(b, trail)
            case "-", a, b:
                return self.evaluate(a, trail) - self.evaluate(b, trail)
            case "*", a, b:
                return self.evaluate(a, trail) * self.evaluate(b, trail)
            case "/", a, b:
                return self.evaluate(a, trail) / self.evaluate(b, trail)


sheet = Sheet()
for row, price in enumerate([10, 20, 7.5, 3], 1):
    sheet[f"A{row}"] = price
    sheet[f"B{row}"] = row
    sheet[f"C{row}"] = f"=A{row}*B{row}"
sheet["D1"] = "=SUM(C1:C4)"
sheet["D2"] = "=D1/COUNT(C1:C4)"
sheet["D3"] = "=MAX(A1:A4, B4, 100) - min(B1:B4) * (2 + 3)"
sheet["D4"] = "=avg(A1:B2) + -D2"
print([sheet[c] for c in ("C1", "C4", "D1", "D2", "D3", "D4")], sheet.evaluations)
before = sheet.evaluations
sheet["A1"] = 110
print(sheet["D1"], sheet["D2"], sheet["C1"], sheet.evaluations - before)
sheet["E1"] = "=E2+1"
sheet["E2"] = "=E3*2"
sheet["E3"] = 5
print(sheet["E1"])
sheet["E3"] = "=E1"
for name in ("E1", "E3"):
    try:
        print(sheet[name])
    except CellError as error:
        print(error)
del sheet["E3"]
print(sheet["E1"], sheet["Z9"])
sheet["F1"] = "text"
sheet["F2"] = "=F1+1"
sheet["F3"] = "=1/Z1"
sheet["F4"] = "=nope(1)"
for name in ("F2", "F3", "F4"):
    try:
        print(sheet[name])
    except CellError as error:
        print(error, repr(error.__cause__))
for text in ("=1+", "=(1", "=1 2", "=*"):
    try:
        sheet["G1"] = text
    except CellError as error:
        print(text, error)
