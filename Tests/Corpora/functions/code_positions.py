# co_positions and co_qualname of code objects.
# versions: 3.11-
def f(a):
    return (a +
            1)


class C:
    def method(self):
        return lambda: 1


positions = list(f.__code__.co_positions())
print(len(positions) == len(f.__code__.co_code) // 2, sorted({p for p in positions if p[2] is not None}))
print(f.__code__.co_qualname, C.method.__code__.co_qualname, C().method().__code__.co_qualname)
print(f.__code__.replace(co_qualname="Some.other").co_qualname)
