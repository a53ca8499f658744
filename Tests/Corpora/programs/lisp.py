# A small Lisp: reader, evaluator with lexical scope, tail calls, macros, and a standard library in itself.
# versions: 3.10-
import operator


class Symbol(str):
    __slots__ = ()


class LispError(Exception):
    pass


def read(text):
    tokens = text.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()

    def parse(index):
        if index >= len(tokens):
            raise LispError("unexpected end")
        token = tokens[index]
        if token == "(":
            items, index = [], index + 1
            while index < len(tokens) and tokens[index] != ")":
                item, index = parse(index)
                items.append(item)
            if index >= len(tokens):
                raise LispError("missing )")
            return items, index + 1
        if token == ")":
            raise LispError("unexpected )")
        if token == "'":
            quoted, index = parse(index + 1)
            return [Symbol("quote"), quoted], index
        try:
            return int(token), index + 1
        except ValueError:
            try:
                return float(token), index + 1
            except ValueError:
                return {"#t": True, "#f": False}.get(token, Symbol(token)), index + 1

    index = 0
    while index < len(tokens):
        form, index = parse(index)
        yield form


def show(value):
    if value is True:
        return "#t"
    if value is False:
        return "#f"
    if isinstance(value, list):
        return "(" + " ".join(map(show, value)) + ")"
    if isinstance(value, Closure):
        return f"<closure {value.name}>"
    return str(value)


class Environment(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        environment = self
        while environment is not None:
            if name in environment:
                return environment
            environment = environment.outer
        raise LispError(f"unbound: {name}")


class Closure:
    def __init__(self, parameters, body, environment, name="lambda"):
        self.parameters, self.body, self.environment, self.name = parameters, body, environment, name

    def bind(self, arguments):
        if len(arguments) != len(self.parameters):
            raise LispError(f"{self.name} wants {len(self.parameters)} arguments, got {len(arguments)}")
        return Environment(self.parameters, arguments, self.environment)

    def __call__(self, *arguments):
        return evaluate(self.body, self.bind(arguments))


MACROS = {}


def evaluate(x, environment):
    while True:
        if isinstance(x, Symbol):
            return environment.find(x)[x]
        if not isinstance(x, list):
            return x
        if not x:
            raise LispError("empty call")
        head, *rest = x
        if isinstance(head, Symbol) and head in MACROS:
            x = MACROS[head](*rest)
            continue
        match head:
            case "quote":
                return rest[0]
            case "if":
                x = rest[1] if evaluate(rest[0], environment) is not False else rest[2] if len(rest) > 2 else False
                continue
            case "define":
                target, *body = rest
                if isinstance(target, list):
                    environment[target[0]] = Closure(target[1:], [Symbol("begin"), *body], environment, target[0])
                else:
                    environment[target] = evaluate(body[0], environment)
                return None
            case "set!":
                environment.find(rest[0])[rest[0]] = evaluate(rest[1], environment)
                return None
            case "lambda":
                return Closure(rest[0], [Symbol("begin"), *rest[1:]], environment)
            case "begin":
                for form in rest[:-1]:
                    evaluate(form, environment)
                x = rest[-1]
                continue
            case "macro":
                MACROS[rest[0]] = evaluate(rest[1], environment)
                return None
        function, *arguments = [evaluate(item, environment) for item in x]
        if isinstance(function, Closure):
            x, environment = function.body, function.bind(arguments)
        elif callable(function):
            try:
                return function(*arguments)
            except (TypeError, IndexError, ZeroDivisionError) as error:
                raise LispError(str(error)) from error
        else:
            raise LispError(f"not a function: {show(function)}")


ROOT = Environment()
ROOT.update({
    "+": lambda *a: sum(a), "-": lambda a, *b: -a if not b else a - sum(b), "*": operator.mul, "/": operator.truediv, "quotient": operator.floordiv,
    "remainder": operator.mod, "<": operator.lt, ">": operator.gt, "=": operator.eq, "list": lambda *a: list(a), "car": lambda x: x[0],
    "cdr": lambda x: x[1:], "cons": lambda a, b: [a, *b], "null?": lambda x: x == [], "length": len, "display": lambda x: print(show(x)),
    "append": operator.add, "not": lambda x: x is False, "list?": lambda x: isinstance(x, list), "apply": lambda f, a: f(*a),
})

PROGRAM = """
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(display (fact 20))
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(display (loop 3000 0))
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
(define (filter p l) (if (null? l) '() (if (p (car l)) (cons (car l) (filter p (cdr l))) (filter p (cdr l)))))
(define (range a b) (if (= a b) '() (cons a (range (+ a 1) b))))
(display (map (lambda (x) (* x x)) (range 0 10)))
(display (filter (lambda (x) (= 0 (remainder x 3))) (range 0 20)))
(define (make-counter) (define n 0) (lambda () (set! n (+ n 1)) n))
(define c (make-counter))
(c) (c)
(display (list (c) (quote (a b (c 1.5))) #t (not #t)))
(macro when (lambda (test body) (list 'if test body #f)))
(macro let1 (lambda (name value body) (list (list 'lambda (list name) body) value)))
(display (when (< 1 2) 'yes))
(display (let1 x 5 (let1 y (* x 2) (list x y))))
(define (quicksort l) (if (null? l) '()
  (let1 p (car l) (append (quicksort (filter (lambda (x) (< x p)) (cdr l)))
                          (cons p (quicksort (filter (lambda (x) (not (< x p))) (cdr l))))))))
(display (quicksort '(3 1 4 1 5 9 2 6 5 3 5)))
(display (apply + '(1 2 3)))
(display fact)
"""
for form in read(PROGRAM):
    evaluate(form, ROOT)
for broken in ("(undefined 1)", "(1 2)", "(", ")", "(car '())", "(fact)", "()", "(/ 1 0)", "((lambda (x) x))", "(+ 'a 1)"):
    try:
        for form in read(broken):
            print(show(evaluate(form, ROOT)))
    except LispError as error:
        print(broken, "->", error)
