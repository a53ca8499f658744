# Lambdas and comprehensions in the annotation scopes of a class.
# versions: 3.13-
def scope():
    x = "enclosing"

    class C[T]:
        x = "class"
        type B = (lambda: x)()
        type L = [x for _ in "ab"]

        def m[U: (lambda: x)()](self):
            return x
    return C.B.__value__, C.L.__value__, C.m.__type_params__[0].__bound__, C().m()


print(scope())
