# Hindley-Milner type inference for a small functional language, with a parser.
# versions: 3.10-
from itertools import count


class InferenceError(Exception):
    pass


class Variable:
    def __init__(self, number):
        self.number, self.instance = number, None


class Constructor:
    def __init__(self, name, *arguments):
        self.name, self.arguments = name, arguments


INT, BOOL = Constructor("int"), Constructor("bool")


def function(a, b):
    return Constructor("->", a, b)


def prune(t):
    while isinstance(t, Variable) and t.instance is not None:
        t = t.instance
    return t


def show(t, names=None):
    names = {} if names is None else names
    t = prune(t)
    if isinstance(t, Variable):
        return names.setdefault(t.number, chr(ord("a") + len(names)))
    if t.name == "->":
        left, right = (show(x, names) for x in t.arguments)
        return f"({left})" * ("->" in left) + left * ("->" not in left) + " -> " + right
    if t.name == "list":
        return f"[{show(t.arguments[0], names)}]"
    if t.name == "pair":
        return "(" + ", ".join(show(x, names) for x in t.arguments) + ")"
    return t.name


def occurs(variable, t):
    t = prune(t)
    return t is variable or isinstance(t, Constructor) and any(occurs(variable, x) for x in t.arguments)


def unify(a, b):
    a, b = prune(a), prune(b)
    match a, b:
        case Variable(), _:
            if a is not b:
                if occurs(a, b):
                    raise InferenceError("infinite type")
                a.instance = b
        case _, Variable():
            unify(b, a)
        case Constructor(name=m, arguments=xs), Constructor(name=n, arguments=ys):
            if m != n or len(xs) != len(ys):
                raise InferenceError(f"{show(a)} is not {show(b)}")
            for x, y in zip(xs, ys):
                unify(x, y)


class Inference:
    def __init__(self):
        self.numbers = count()
        a, b = self.fresh(), self.fresh()
        listed, pair = Constructor("list", a), Constructor("pair", a, b)
        self.environment = {
            "true": BOOL, "false": BOOL, "add": function(INT, function(INT, INT)), "less": function(INT, function(INT, BOOL)),
            "nil": listed, "cons": function(a, function(listed, listed)), "head": function(listed, a), "tail": function(listed, listed),
            "null": function(listed, BOOL), "pair": function(a, function(b, pair)), "first": function(pair, a), "second": function(pair, b),
        }

    def fresh(self):
        return Variable(next(self.numbers))

    def instantiate(self, t, fixed):
        mapping = {}

        def copy(t):
            t = prune(t)
            if isinstance(t, Variable):
                return t if any(occurs(t, f) for f in fixed) else mapping.setdefault(t, self.fresh())
            return Constructor(t.name, *map(copy, t.arguments))
        return copy(t)

    def infer(self, tree, environment, fixed=()):
        match tree:
            case int():
                return INT
            case str(name):
                if name not in environment:
                    raise InferenceError(f"unknown {name}")
                return self.instantiate(environment[name], fixed)
            case ["fun", [*parameters], body]:
                types = [self.fresh() for _ in parameters]
                result = self.infer(body, environment | dict(zip(parameters, types)), (*fixed, *types))
                for t in reversed(types):
                    result = function(t, result)
                return result
            case ["if", test, yes, no]:
                unify(self.infer(test, environment, fixed), BOOL)
                result = self.infer(yes, environment, fixed)
                unify(result, self.infer(no, environment, fixed))
                return result
            case ["let", name, value, body]:
                t = self.infer(value, environment, fixed)
                return self.infer(body, {**environment, name: t}, fixed)
            case ["rec", name, value, body]:
                t = self.fresh()
                unify(t, self.infer(value, {**environment, name: t}, (*fixed, t)))
                return self.infer(body, {**environment, name: t}, fixed)
            case [f, *arguments] if arguments:
                t = self.infer(f, environment, fixed)
                for argument in arguments:
                    result = self.fresh()
                    unify(t, function(self.infer(argument, environment, fixed), result))
                    t = result
                return t
        raise InferenceError(f"cannot understand {tree!r}")


def parse(text):
    tokens = iter(text.replace("(", " ( ").replace(")", " ) ").split())

    def items():
        for token in tokens:
            if token == "(":
                yield list(items())
            elif token == ")":
                return
            else:
                yield int(token) if token.lstrip("-").isdigit() else token
    return next(items())


for text in ("5", "(fun (x) x)", "(fun (x y) x)", "(fun (f g x) (f (g x)))", "(let id (fun (x) x) (pair (id 1) (id true)))", "(fun (f) (pair (f 1) (f true)))",
             "(rec len (fun (l) (if (null l) 0 (add 1 (len (tail l))))) len)", "(rec map (fun (f l) (if (null l) nil (cons (f (head l)) (map f (tail l))))) map)",
             "(fun (x) (x x))", "(add 1 true)", "(if 1 2 3)", "(fun (p) (pair (second p) (first p)))", "(missing 1)", "(cons 1 (cons true nil))", "((fun (x) x) add 1)",
             "(let compose (fun (f g x) (f (g x))) (compose (add 1) (add 2)))", "(fun (x) (let y x (pair y y)))", "()", "(rec f (fun (x) (f x)) f)", "(1 2)"):
    inference = Inference()
    try:
        print(text, ":", show(inference.infer(parse(text), inference.environment)))
    except InferenceError as error:
        print(text, "! ", error)
