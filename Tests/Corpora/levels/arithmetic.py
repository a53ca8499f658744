# What numbers say and give: division by zero, sums, complex numbers, conversions.
def show(name, function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as e:
        result = "%s: %s" % (type(e).__name__, e)
    print(name, result)


zeros = (0, 0.0, 0j)
for x in (1, 2.5, 1j):
    for y in zeros:
        show("%r / %r" % (x, y), lambda: x / y)
        show("%r // %r" % (x, y), lambda: x // y)
        show("%r %% %r" % (x, y), lambda: x % y)
        show("divmod(%r, %r)" % (x, y), divmod, x, y)
for x in zeros:
    show("%r ** -1" % x, lambda: x ** -1)
    show("%r ** 1j" % x, lambda: x ** 1j)

show("sum of floats", sum, [0.1] * 10)
show("sum of large floats", sum, [1e100, 1.0, -1e100])
show("sum of floats and ints", sum, [1e16, 1, 1, 1.0, 1])
show("sum of complex numbers", sum, [0.1j] * 10)
show("sum of all kinds", sum, [1, 0.1j, 0.2, 3] * 5)

real, imaginary = 1, complex(0.0, -0.0)
print(real - 0j * real, real + imaginary, imaginary + real, imaginary * 2.5, 0.0 * complex(1, -2), imaginary / 4)

for function in int, float, complex:
    for value in (None, [], 1j, "x", b"x"):
        show("%s(%r)" % (function.__name__, value), function, value)
show("complex('1', 1)", complex, "1", 1)
show("complex(1, '1')", complex, 1, "1")
show("complex(1, [])", complex, 1, [])
show("int of a long text", int, "1" * 5000)
show("a long int as text", str, 10 ** 5000)


class Truncated:
    def __trunc__(self):
        return 7


show("__trunc__", int, Truncated())
show("chr of a float", chr, 1.5)
show("chr of a str", chr, "a")
show("to_bytes()", (5).to_bytes)
show("to_bytes(2)", (5).to_bytes, 2)
show("to_bytes(2, 'big')", (5).to_bytes, 2, "big")
show("from_bytes(b'ab')", int.from_bytes, b"ab")
show("from_bytes(b'ab', 'little', 3)", int.from_bytes, b"ab", "little", 3)
show("hash of NaN", lambda: hash(float("nan")) == 0)
show("hash of a slice", lambda: hash(slice(1, 2)) == hash(slice(1, 2)))
show("__round__(None)", (7).__round__, None)
show("truth of NotImplemented", lambda: bool(Ellipsis))
