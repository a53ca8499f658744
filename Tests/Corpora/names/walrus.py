# Assignment expressions: where the name is bound.
def conditions(items):
    found = []
    while (item := items.pop()) != 0:
        if (double := item * 2) > 5:
            found.append(double)
        elif not (rest := double % 4):
            found.append(("rest", rest))
    return found, item, double


def in_displays():
    return [a := 1, a + 1, (b := a + 5)], {(k := "key"): (v := k * 2)}, (x := 5, x), a, b, k, v


def in_calls():
    def f(*args, **kwargs):
        return args, kwargs
    return f((y := 3), y * 2, key=(z := y + 1)), y, z


def nested_functions():
    def outer():
        (cell := 1)

        def inner():
            nonlocal cell
            return (cell := cell + 1)
        return inner(), inner(), cell
    return outer()


def global_name():
    global counted
    return (counted := 5) + counted


def in_lambda():
    return (lambda: (inside := 4) + inside)(), "inside" in locals()


def short_circuit(value):
    if (a := value) and (b := a.get("x")) and (c := b * 2):
        return a, b, c
    return sorted(locals())


def in_fstring():
    return f"{(n := 10)!r:>5}|{n:>4}", n


def in_slices():
    data = list(range(10))
    return data[(start := 2):(stop := start + 3)], start, stop, data[(i := 1)], i


def in_assert():
    assert (checked := 5), "never"
    return checked


class Body:
    (attribute := "class attribute")
    values = attribute, (other := 2) + other


def comprehension_targets():
    result = [(last := n, seen := n * 2) for n in range(3)]
    filtered = [y for n in range(6) if (y := n * n) % 2]
    return result, last, seen, filtered, y, any((hit := n) == 3 for n in range(9)), hit


print(conditions([0, 4, 1, 2, 3]), in_displays(), in_calls(), nested_functions(), global_name(), counted, in_lambda())
print(short_circuit({"x": 2}), short_circuit({}), short_circuit({"x": 0}), in_fstring(), in_slices(), in_assert(), Body.attribute, Body.values)
print(comprehension_targets())
