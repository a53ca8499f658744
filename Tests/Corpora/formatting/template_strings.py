# Template strings.
# versions: 3.14-
name, number = "Ann", 42


def show(template):
    print(type(template).__name__, template.strings, template.values, [(i.expression, i.conversion, i.format_spec) for i in template.interpolations])


show(t"")
show(t"plain")
show(t"{name}")
show(t"hello {name}, {number:>5} {number!r:x}!")
show(t"{name}{number}{name!s}")
show(t"{{braces}} {number + 1} { name.upper() }")
show(t"{number=} {number = :>{5}} {name!a}")
show(t"one " t"two {name}" t" three")
show(rt"raw\n{name}")
width = 10
show(t"{name:{width}} {name:{'>'}{width}}")
template = t"a{name}b{number}c"
print(list(template) == ["a", template.interpolations[0], "b", template.interpolations[1], "c"], [part if isinstance(part, str) else part.value for part in template])
print([part if isinstance(part, str) else part.value for part in t"{1}{2}"], (t"x" + t"{1}").strings, (t"a{1}" + t"b{2}c").strings)
try:
    t"x" + "y"
except TypeError as error:
    print(error)
try:
    "x" + t"y"
except TypeError as error:
    print(error)
interpolation = t"{number:spec}".interpolations[0]
print(interpolation.value, interpolation.expression, interpolation.conversion, interpolation.format_spec, type(interpolation).__name__)
match interpolation:
    case object(value=v, expression=e):
        print(v, e)
order = []


def note(value):
    order.append(value)
    return value


show(t"{note(1)} {note(2)!s} {note(3):{note('spec')}}")
print(order)


def nested():
    x = "local"
    return [t"{x}{i}" for i in range(2)], (lambda: t"{x}")()


print([t.values for t in nested()[0]], nested()[1].values)


def render(template):
    out = []
    for part in template:
        out.append(part if isinstance(part, str) else format({"r": repr, "s": str, "a": ascii, None: lambda v: v}[part.conversion](part.value), part.format_spec))
    return "".join(out)


print(render(t"hello {name!r:>8} {number:05} {'é'!a}"))
try:
    t"{undefined_name}"
except NameError as error:
    print(error)
