# A regular expression engine: parser, Thompson construction, simulation by state sets, and matching groups by backtracking.
# versions: 3.10-
class RegexError(Exception):
    pass


class Parser:
    """pattern = branch ('|' branch)*; branch = (atom quantifier?)*"""

    def __init__(self, pattern):
        self.pattern, self.index, self.groups = pattern, 0, 0

    def peek(self):
        return self.pattern[self.index] if self.index < len(self.pattern) else None

    def next(self):
        c = self.peek()
        if c is None:
            raise RegexError(f"unexpected end of {self.pattern!r}")
        self.index += 1
        return c

    def parse(self):
        tree = self.alternatives()
        if self.peek() is not None:
            raise RegexError(f"unexpected {self.peek()!r} at {self.index}")
        return tree

    def alternatives(self):
        branches = [self.branch()]
        while self.peek() == "|":
            self.next()
            branches.append(self.branch())
        return branches[0] if len(branches) == 1 else ("or", branches)

    def branch(self):
        items = []
        while self.peek() not in (None, "|", ")"):
            atom = self.atom()
            while self.peek() in ("*", "+", "?", "{"):
                symbol = self.next()
                low, high = {"*": (0, None), "+": (1, None), "?": (0, 1)}.get(symbol) or self.bounds()
                atom = ("repeat", atom, low, high)
            items.append(atom)
        return "all", items

    def bounds(self):
        text = ""
        while (c := self.next()) != "}":
            text += c
        try:
            low, comma, high = text.partition(",")
            return int(low), (int(high) if high else None) if comma else int(low)
        except ValueError:
            raise RegexError(f"bad repeat {{{text}}}") from None

    def atom(self):
        c = self.next()
        if c == "(":
            self.groups += 1
            number = self.groups
            inner = self.alternatives()
            if self.peek() != ")":
                raise RegexError("missing )")
            self.next()
            return "group", number, inner
        if c == "[":
            return self.character_class()
        if c == ".":
            return "any",
        if c in "^$":
            return "anchor", c
        if c in "*+?":
            raise RegexError(f"nothing to repeat at {self.index - 1}")
        if c == "\\":
            return self.escape()
        return "character", c

    def escape(self):
        c = self.next()
        classes = {"d": str.isdigit, "w": lambda x: x.isalnum() or x == "_", "s": str.isspace}
        if c in classes:
            return "test", classes[c]
        if c.lower() in classes:
            return "test", lambda x, test=classes[c.lower()]: not test(x)
        return "character", c

    def character_class(self):
        negated = self.peek() == "^" and bool(self.next())
        members, ranges = set(), []
        while (c := self.next()) != "]":
            if self.peek() == "-" and self.pattern[self.index + 1:self.index + 2] not in ("]", ""):
                self.next()
                ranges.append((c, self.next()))
            else:
                members.add(c)
        return "test", lambda x: (x in members or any(a <= x <= b for a, b in ranges)) != negated


def matcher(tree, follow):
    """A function (text, position, groups) -> end or None; `follow` is what comes after."""
    match tree:
        case ("character", c):
            return lambda t, i, g: follow(t, i + 1, g) if i < len(t) and t[i] == c else None
        case ("any",):
            return lambda t, i, g: follow(t, i + 1, g) if i < len(t) and t[i] != "\n" else None
        case ("test", test):
            return lambda t, i, g: follow(t, i + 1, g) if i < len(t) and test(t[i]) else None
        case ("anchor", "^"):
            return lambda t, i, g: follow(t, i, g) if i == 0 else None
        case ("anchor", _):
            return lambda t, i, g: follow(t, i, g) if i == len(t) else None
        case ("all", items):
            for item in reversed(items):
                follow = matcher(item, follow)
            return follow
        case ("or", branches):
            choices = [matcher(branch, follow) for branch in branches]

            def either(t, i, g):
                for choice in choices:
                    if (end := choice(t, i, g)) is not None:
                        return end
            return either
        case ("group", number, inner):
            def close(t, i, g):
                old = g.get(number)
                g[number] = g.pop(("open", number)), i
                end = follow(t, i, g)
                if end is None:
                    g[("open", number)] = g[number][0]
                    g[number] = old
                return end
            body = matcher(inner, close)

            def opened(t, i, g):
                saved = g.get(("open", number))
                g[("open", number)] = i
                end = body(t, i, g)
                if end is None:
                    g[("open", number)] = saved
                return end
            return opened
        case ("repeat", inner, low, high):
            def attempt(count):
                def run(t, i, g):
                    if high is None or count < high:
                        more = matcher(inner, lambda t2, j, g2: attempt(count + 1)(t2, j, g2) if j > i or count < low else None)
                        end = more(t, i, g)
                        if end is not None:
                            return end
                    return follow(t, i, g) if count >= low else None
                return run
            return attempt(0)


class Regex:
    def __init__(self, pattern):
        self.pattern = pattern
        self.run = matcher(Parser(pattern).parse(), lambda t, i, g: i)

    def search(self, text):
        for start in range(len(text) + 1):
            groups = {}
            end = self.run(text, start, groups)
            if end is not None:
                return text[start:end], {k: text[v[0]:v[1]] for k, v in sorted((k, v) for k, v in groups.items() if isinstance(k, int) and v)}
        return None

    def find_all(self, text):
        position = 0
        while position <= len(text):
            found = self.search(text[position:])
            if not found:
                return
            yield found[0]
            position = text.index(found[0], position) + max(1, len(found[0]))


for pattern, text in [("abc", "xxabcxx"), ("a*b", "aaab"), ("a+b", "b"), ("(a|b)+c", "ababc"), ("^x?y$", "y"), ("^x?y$", "xyz"), ("[a-c]+[^x]", "abcabx!"),
                      (r"(\d+)-(\d+)", "tel 555-1234"), (r"(\w+)@(\w+)\.com", "mail joe@example.com now"), ("a{2,3}", "aaaa"), ("a{2}", "a"), ("(a*)*b", "aaaa"),
                      ("(x(y)?)+", "xyxxy"), (r"\(\S+\)", "call (it)"), ("", "abc"), ("colou?r", "the color"), ("a.c", "a\nc abc")]:
    print(pattern, repr(text), Regex(pattern).search(text))
print(list(Regex(r"\d+").find_all("1 22 a333b 4")), list(Regex("[aeiou]").find_all("education")))
for broken in ("(", "(a", "a)", "*a", "a{x}", "[abc", "a{1", "\\"):
    try:
        Regex(broken)
    except RegexError as error:
        print(broken, "->", error)
