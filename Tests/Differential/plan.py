"""Makes what the differential test runs, in the CPython that runs this script: pool.py (values) and targets.py (what is called), compiled.

    pythonX.Y plan.py FOLDER

The targets are the attributes of this CPython's types and modules, so what Adder lacks is called too. Which kinds of arguments a function
takes is found by trying: kinds whose calls succeed become its templates.
"""
import importlib
import os
import py_compile
import re
import shutil
import sys
import types

HERE = os.path.dirname(os.path.abspath(__file__))
PLACEHOLDER = re.compile(r"\$([a-z]+)")
HEAD = re.compile(r"\[([a-z]+(?: \d+(?: ~[a-z]+)?)?)\]$")
# Of all targets, so many hundredths are forms.
FORMS_SHARE = 40
IMPORTED = (
    "builtins", "array", "bisect", "cmath", "collections", "copy", "binascii", "functools", "heapq", "itertools", "marshal", "math", "operator",
    "random", "string", "struct", "sys", "time", "types", "typing", "weakref")
PREAMBLE = """
from helpers import *


class Missing:
    def __init__(self, name): self.__name = name

    def __getattr__(self, name): raise ImportError("no module " + self.__name)


class Kept: pass


def get_attribute(value, name): return getattr(value, name)


def set_attribute(value, name, given): setattr(value, name, given)


def delete_attribute(value, name): delattr(value, name)


"""
IMPORT = "try: import {0}\nexcept ImportError: {0} = Missing({0!r})\n"
# Tried first for parameters of these names.
HINTS = {
    "iterable": "iterable ints strs pairs", "iterables": "iterable", "key": "keyfunc hashable", "func": "function binary predicate",
    "function": "function predicate binary", "predicate": "predicate", "sep": "str bytes none", "maxsplit": "smallint",
    "count": "smallint count", "start": "smallint index", "end": "index", "stop": "index", "index": "index", "width": "smallint",
    "fillchar": "str bytes", "encoding": "encoding", "errors": "errors", "format_spec": "spec", "table": "dict bytes none", "chars": "str none",
    "prefix": "str bytes tuple", "suffix": "str bytes tuple", "object": "any", "obj": "any object", "value": "any int", "default": "any",
    "string": "str numstr", "x": "number ints", "y": "number", "z": "number", "n": "int smallint", "k": "smallint", "a": "any list", "b": "any",
    "name": "attrname str", "base": "smallint", "ndigits": "smallint", "bytes": "buffer", "byteorder": "byteorder", "signed": "bool",
    "keepends": "bool", "reverse": "bool", "mapping": "dict strdict", "data": "buffer", "buffer": "buffer bytearray", "format": "structformat spec",
    "typecode": "typecode", "strict": "bool", "type": "type", "class_or_tuple": "types", "instance": "any", "owner": "type", "cls": "type",
    "args": "tuple", "kwargs": "dict", "attr": "attrname", "item": "any", "seconds": "float int", "p": "ints", "q": "ints", "seq": "ints list",
    "heap": "list", "length": "smallint", "lo": "smallint", "hi": "smallint", "bytes_per_sep": "smallint", "code": "code", "globals": "dict"}
COMMON = (
    "any int smallint str float number list tuple dict bytes bytearray iterable set sets buffer index slice hashable ints strs pairs keyfunc "
    "predicate binary function type builtintype types attrname encoding errors spec percent strdict none bool range view object exception "
    "exceptions excargs numstr byteslist iterator complex structformat typecode generator exceptiongroup traceback code mappingproxy").split()
TRIALS = (3, 70, 70, 45, 25, 15, 10)
MOST_TEMPLATES = 10


def sections(name):
    """Sections `[head]` of a file, and their lines."""
    found = []
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            head = HEAD.match(line)
            if head:
                found.append((head.group(1), []))
            elif line and not line.startswith("# "):
                found[-1][1].append(line)
    return found


def template(expression):
    """An expression with placeholders: its parts, its kinds, and source of a function of the values."""
    pieces = PLACEHOLDER.split(expression)
    parts, kinds = pieces[::2], pieces[1::2]
    names = ["_%d" % place for place in range(len(kinds))]
    source = parts[0]
    for name, part in zip(names, parts[1:]):
        source += name + part
    return "(%r, %r, lambda %s: %s)" % (tuple(parts), tuple(kinds), ", ".join(names), source)


class Maker:
    def __init__(self, folder):
        self.folder = folder
        self.namespace = {}
        self.kinds = {}
        self.targets = []
        sys.path.insert(0, folder)

    def can(self, expression):
        """Whether this CPython can evaluate the expression; with placeholders, whether it can compile it."""
        source = PLACEHOLDER.sub("_0", expression)
        try:
            code = compile(source, "pool", "eval")
            if source == expression:
                value = eval(code, self.namespace)
                getattr(value, "close", lambda: None)()
        except Exception:
            return False
        return True

    def start(self):
        for module in ("helpers", "display", "calls"):
            shutil.copy(os.path.join(HERE, module + ".py"), self.folder)
        self.preamble = PREAMBLE + "".join(IMPORT.format(name) for name in IMPORTED)
        exec(self.preamble, self.namespace)
        for kind, lines in sections("pool.txt"):
            self.kinds[kind] = []
            for line in lines:
                weight, separator, rest = line.partition(": ")
                weight, expression = (int(weight), rest) if separator and weight.isdigit() else (1, line)
                if self.can(expression):
                    self.kinds[kind] += [expression] * weight
        self.kinds = {kind: lines for kind, lines in self.kinds.items() if lines}
        for kind, lines in self.kinds.items():
            self.kinds[kind] = [line for line in lines if all(found in self.kinds for found in PLACEHOLDER.findall(line))]
        self.kinds["byteorder"] = ["'big'", "'little'", "'middle'"]

    def write(self, module, text):
        path = os.path.join(self.folder, module + ".py")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def write_pool(self):
        lines = [self.preamble, "POOL = {"]
        for kind, expressions in self.kinds.items():
            lines.append("    %r: [" % kind)
            lines += ["        %s," % template(expression) for expression in expressions]
            lines.append("    ],")
        self.write("pool", "\n".join(lines + ["}", ""]))

    def receiver(self, text):
        if text not in self.kinds and re.match("[a-z]+$", text):
            return None
        self.kinds.setdefault(text, [text])
        return text

    def classes(self, path):
        kind = "class " + path
        self.kinds.setdefault(kind, [path] * 5 + ["$type", "$any"])
        return kind

    def collect(self):
        settings = dict(sections("functions.txt"))
        self.never, self.small, self.tiny = set(settings["never"]), set(settings["small"]), set(settings["tiny"])
        self.wanted = []
        with open(os.path.join(HERE, "owners.txt"), encoding="utf-8") as file:
            for line in file:
                if not line.startswith("# "):
                    path, kind = line.split(None, 1)
                    if self.can(path) and self.receiver(kind.strip()):
                        self.collect_type(path, kind.strip())
        for name in settings["modules"]:
            self.collect_module(name)

    def flags(self, name):
        last = name.split(".")[-1]
        return "tiny" if last in self.tiny else "small" if last in self.small or name in self.small else ""

    def collect_type(self, path, kind):
        cls = eval(path, self.namespace)
        for name, value in sorted(vars(cls).items()):
            label = cls.__qualname__ + "." + name
            if name in self.never or label in self.never or name.startswith("_") and not name.endswith("__"):
                continue
            if type(value).__name__ in ("getset_descriptor", "member_descriptor", "property"):
                self.attribute(label, kind, name)
            elif isinstance(value, (staticmethod, classmethod)) or type(value).__name__ in (
                    "builtin_function_or_method", "classmethod_descriptor"):
                first = [self.classes(path)] if name == "__new__" else []
                self.wanted.append([label, self.flags(label), path + "." + name, None, name, first, value])
            elif callable(value):
                self.wanted.append([label, self.flags(label), path + "." + name, kind, name, [], value])
        if path not in vars(self.namespace["builtins"]) and "code" not in kind:
            self.wanted.append([cls.__qualname__ + "()", self.flags(cls.__qualname__), path, None, None, [], cls])

    def attribute(self, label, kind, name):
        lines = ["(('', '.%s'), (%r,), lambda _0: _0.%s)" % (name, kind, name)] * 2 + [
            "(('set(', %r, ')'), (%r, 'any'), lambda _0, _1: set_attribute(_0, %r, _1))" % (", %r, " % name, kind, name),
            "(('del ', '.%s'), (%r,), lambda _0: delete_attribute(_0, %r))" % (name, kind, name)]
        self.targets.append("(%r, '', [%s])" % (label, ", ".join(lines)))

    def collect_module(self, name):
        try:
            module = importlib.import_module(name)
        except ImportError:
            return
        for attribute, value in sorted(vars(module).items()):
            label = name + "." + attribute
            if callable(value) and not attribute.startswith("_") and label not in self.never and label != "types.CodeType":
                self.wanted.append([label, self.flags(label), label if name != "builtins" else attribute, None, None, [], value])

    def collect_forms(self):
        self.forms = []
        for head, lines in sections("forms.txt"):
            name, weight, flags = (head + " ~").split(" ")[:3]
            made = [template(line) for line in lines if self.can(line) and all(kind in self.kinds for kind in PLACEHOLDER.findall(line))]
            self.forms.append((int(weight), "(%r, %r, [\n    %s])" % (name, flags[1:], ",\n    ".join(made))))

    def learn(self):
        import calls
        self.calls = calls
        for number, wanted in enumerate(self.wanted):
            label, flags, path, receiver, method, first, value = wanted
            parameters = parameters_of(value)
            templates = Learner(self, wanted, parameters, number).learn()
            self.targets.append("(%r, %r, %r, lambda: %s, %r, %r, %r, %r)" % (
                label, flags, path, path, receiver, method, templates, tuple(parameters)))

    def write_targets(self):
        share = len(self.targets) * FORMS_SHARE / (100 - FORMS_SHARE) / sum(weight for weight, form in self.forms)
        lines = [self.preamble, "TARGETS = ["]
        lines += ["    %s," % target for target in self.targets]
        lines += ["]", "FORMS = ["]
        lines += ["    (%d, %s)," % (max(1, round(weight * share)), form) for weight, form in self.forms]
        lines += ["]", "for weight, form in FORMS: TARGETS += [form] * weight"]
        self.write("targets", "\n".join(lines) + "\n")

    def compile(self):
        for module in ("helpers", "display", "calls", "pool", "targets"):
            path = os.path.join(self.folder, module + ".py")
            py_compile.compile(path, cfile=path + "c", dfile=module + ".py", doraise=True)
            os.remove(path)


def parameters_of(value):
    """Names of the parameters behind the receiver, as far as they are known."""
    text = getattr(value, "__text_signature__", None)
    code = getattr(value, "__code__", None)
    if text:
        names = [re.split("[=:]", part)[0].strip() for part in text.strip("()").split(",")]
        return [name for name in names if re.match("[a-z_]+$", name) and name not in ("self", "type", "module")]
    if code is not None:
        return list(code.co_varnames[:code.co_argcount + code.co_kwonlyargcount])[1 if code.co_varnames[:1] in (("self",), ("cls",)) else 0:]
    return []


class Learner:
    """Finds templates of a function's arguments by trying kinds."""

    def __init__(self, maker, wanted, parameters, number):
        self.label, self.flags, self.path, self.receiver, self.method, self.first, self.value = wanted
        self.maker, self.parameters = maker, parameters
        self.choice = maker.calls.Choice(99, number)
        self.find = eval("lambda: " + self.path, maker.namespace)

    def learn(self):
        succeeded, plausible = {}, {}
        smallest = len(self.first)
        for arity in range(smallest, len(TRIALS) - 1):
            good, fair = [], []
            before = succeeded.get(arity - 1, []) + plausible.get(arity - 1, [])
            for _ in range(TRIALS[arity - smallest]):
                kinds = self.guess(arity, before)
                verdict = self.attempt(kinds)
                found = good if verdict == 2 else fair if verdict == 1 else None
                if found is not None and kinds not in found:
                    found.append(kinds)
            succeeded[arity], plausible[arity] = good[:MOST_TEMPLATES], fair[:MOST_TEMPLATES // 3]
            if arity > smallest + 2 and not good and not succeeded[arity - 1]:
                break
        return [tuple(kinds) for part in (succeeded, plausible) for found in part.values() for kinds in found]

    def guess(self, arity, before):
        kinds = list(self.choice.of(before)) if before and not self.choice.chance(15) else list(self.first)
        while len(kinds) < arity:
            place = len(kinds) - len(self.first)
            hints = HINTS.get(self.parameters[place], "").split() if place < len(self.parameters) else []
            if hints and self.choice.chance(60):
                kind = self.choice.of(hints)
            elif self.receiver and self.choice.chance(30):
                kind = self.receiver
            else:
                kind = self.choice.of(COMMON)
            kinds.append(kind if kind in self.maker.kinds else "any")
        return kinds

    def attempt(self, kinds):
        """2 if the call succeeds, 1 if it fails for another reason than a wrong type, else 0."""
        target = (self.label, self.flags, self.path, self.find, self.receiver, self.method, [tuple(kinds)], [])
        try:
            call = self.maker.calls.prepare(target, self.choice, exactly=True)
        except BaseException:
            return 0
        try:
            text = self.maker.calls.outcome(self.label, call)
        except BaseException:
            return 0
        if text.startswith("= ") and not text.startswith("= NotImplemented"):
            return 2
        return 0 if text.startswith(("! TypeError", "! AttributeError", "= ")) else 1


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    maker = Maker(folder)
    maker.start()
    maker.collect()
    maker.write_pool()
    maker.collect_forms()
    maker.learn()
    maker.write_targets()
    maker.compile()


if __name__ == "__main__":
    main()
