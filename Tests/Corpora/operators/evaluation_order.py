# The order in which the parts of expressions and statements are evaluated.
order = []


class N:
    def __init__(self, name):
        self.name = name

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        order.append(self.name + "." + name)
        return N(self.name + "." + name)

    def __getitem__(self, key):
        order.append("get " + self.name)
        return 1

    def __setitem__(self, key, value):
        order.append("set " + self.name)

    def __delitem__(self, key):
        order.append("del " + self.name)

    def __call__(self, *args, **kwargs):
        order.append("call " + self.name)
        return N(self.name + "()")

    def __add__(self, other):
        order.append(self.name + "+" + getattr(other, "name", str(other)) if isinstance(other, N) else self.name + "+" + str(other))
        return self

    def __radd__(self, other):
        order.append(str(other) + "+" + self.name)
        return self

    def __iadd__(self, other):
        order.append(self.name + "+=")
        return self

    def __lt__(self, other):
        order.append("<")
        return True

    def __bool__(self):
        order.append("bool " + self.name)
        return self.name != "false"

    def __contains__(self, item):
        order.append("in " + self.name)
        return True

    def __iter__(self):
        order.append("iter " + self.name)
        return iter("xy")

    def __index__(self):
        return 0

    def __format__(self, spec):
        order.append("format " + self.name + " " + spec)
        return self.name

    def __repr__(self):
        order.append("repr " + self.name)
        return self.name

    def __hash__(self):
        order.append("hash " + self.name)
        return hash(self.name)

    def __eq__(self, other):
        return self is other


def n(name):
    order.append(name)
    return N(name)


def binary():
    n("a") + n("b") + 1


def comparison():
    n("a") < n("b") < n("c")


def logic():
    (n("false") and n("b")) or n("c") or n("d")


def conditional():
    n("then") if n("false") else n("else")


def call():
    n("f")(n("a"), *n("b"), k=n("c"), **{"l": n("d")})


def method():
    n("o").m(n("a")).p


def subscript():
    n("o")[n("k")]
    n("o")[n("i"):n("j"):n("k")]


def store():
    n("o")[n("k")] = n("v")


def augmented():
    n("o")[n("k")] += n("v")


def augmented_attribute():
    class Holder:
        pass
    holder = Holder()
    holder.x = N("x")
    holder.x += n("v")


def chained_assignment():
    n("o")[n("k")] = n("p")[n("l")] = n("v")


def delete():
    del n("o")[n("k")], n("p")[n("l")]


def dict_display():
    {n("k"): n("v"), n("l"): n("w")}


def dict_comprehension():
    {n("k" + x): n("v" + x) for x in n("i") if n("c" + x)}


def set_and_list():
    [n("a"), *n("b"), n("c")], {n("d"), n("e")}


def lambda_defaults():
    lambda a=n("a"), *, b=n("b"): n("never")


def function_parts():
    @n("decorator")
    def f(a: n("annotation a"), b=n("default b"), *, c: n("annotation c") = n("default c")) -> n("return"):
        pass


def class_parts():
    try:
        @n("decorator")
        class C(n("base"), metaclass=n("meta")):
            pass
    except TypeError:
        order.append("TypeError")


def formatting():
    f"{n('a')} {n('b'):{n('width')}>} {n('r')!r} {n('c')}"


def membership():
    n("a") in n("b"), n("c") not in n("d"), n("e") is n("f")


def unpacking():
    n("o")[0], n("p")[0] = n("v")


def for_target():
    for n("o")[n("k")] in n("i"):
        pass


def raise_from():
    try:
        raise (n("e") and ValueError) from (n("c") and KeyError())
    except ValueError:
        pass


def assertion():
    assert n("a"), n("message")
    try:
        assert n("false"), n("message")
    except AssertionError:
        pass


def walrus():
    (x := n("a")) + x


def with_items():
    class M(N):
        def __enter__(self):
            order.append("enter " + self.name)
            return "xy"

        def __exit__(self, *arguments):
            order.append("exit " + self.name)
    with (order.append("make a") or M("a")) as n("o")[n("k")], (order.append("make b") or M("b")):
        order.append("body")


for action in (binary, comparison, logic, conditional, call, method, subscript, store, augmented, augmented_attribute, chained_assignment, delete, dict_display,
               dict_comprehension, set_and_list, lambda_defaults, function_parts, class_parts, formatting, membership, unpacking, for_target, raise_from, assertion,
               walrus, with_items):
    order.clear()
    action()
    print(action.__name__ + ":", ", ".join(order))
