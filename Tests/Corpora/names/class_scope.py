# Names in class bodies: locals first, then globals or enclosing cells, then builtins.
x = "global x"


class A:
    before = x
    x = "class x"
    after = x
    del x
    again = x
    try:
        del x
    except NameError as error:
        message = str(error)

    def method(self):
        return x


print(A.before, A.after, A.again, A.message, A().method())


def enclosing():
    y = "cell y"

    class B:
        first = y

        def method(self):
            return y

        class C:
            nested = y

    return B


B = enclosing()
print(B.first, B().method(), B.C.nested)
y = "global y"


def assigned_in_class():
    y = "cell y"

    class H:
        first = y
        y = "class y"
        second = y
        del y
        third = y

        def method(self):
            return y

    return H.first, H.second, H.third, H().method()


print(assigned_in_class())


def builtin_in_class():
    class D:
        print = print
        size = len("abc")

        def method(self):
            print("method", self.size)
    D.print("class attribute print")
    D().method()


builtin_in_class()


class E:
    global made_global
    made_global = "made in class body"
    names = sorted(k for k in locals() if not k.startswith("__"))


print(made_global, E.names)


class F:
    items = [1, 2, 3]
    doubled = [i * 2 for i in items]
    try:
        crossed = [i for i in range(2) for j in items]
    except NameError as error:
        crossed = str(error)


print(F.doubled, F.crossed)


def unset_free():
    class G:
        try:
            z
        except NameError as error:
            message = str(error)
    z = 1
    return G.message


print(unset_free())
print(sorted(k for k in vars(A) if k in ("before", "after", "x", "message")))
print(A.__module__, A.__qualname__, B.C.__qualname__)
