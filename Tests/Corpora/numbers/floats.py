"""Text, rounding, comparison and exact functions of floats and complex numbers; int and float subclasses."""
import math
vals = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -2.5, 1e16, 1e15, 123456789.125, 1e-5, 1e-4, 5e-324, 1.7976931348623157e308, 3.141592653589793, 2.718281828459045, 1e22, 1e23, 0.1, 0.2, 0.3, 1/3, 100.0, 1e100, -1e-100, float('inf'), float('-inf'), float('nan')]
for v in vals:
    print(repr(v), str(v), '%.3f' % v if abs(v) < 1e50 else '', hash(v) if v == v else '')
def t(f, *a):
    try: return repr(f(*a))
    except Exception as e: return type(e).__name__ + ': ' + str(e)
for v in vals:
    for f in (math.sqrt, math.floor, math.ceil, math.trunc, math.fabs, math.degrees, math.radians, math.frexp, math.modf, math.isnan, math.isinf, math.isfinite, round, int):
        print(f.__name__, repr(v), t(f, v))
    print(t(lambda: v.hex()), t(lambda: v.as_integer_ratio()), t(lambda: v.is_integer()))
few = vals[:8] + [1e16, 5e-324, 1.7976931348623157e308, 0.1, 1e22, float('inf'), float('-inf'), float('nan')]
for a in few:
    for b in few:
        print(repr(a), repr(b), t(lambda: a + b), t(lambda: a * b), t(lambda: a / b), t(lambda: a // b), t(lambda: a % b), t(lambda: divmod(a, b)), a < b, a == b, t(math.fmod, a, b), t(math.remainder, a, b), t(math.copysign, a, b), t(math.hypot, a, b), t(math.isclose, a, b))
for n in range(-5, 40): print(n, t(math.factorial, n), t(math.isqrt, n), t(math.comb, n, 5), t(math.perm, n, 5))
print(math.gcd(12, 18), math.gcd(2**100, 6**50))
print(math.isqrt(10**40), math.comb(100, 50), math.perm(20), math.factorial(100))
print(math.fsum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.prod([1, 2, 3.5]))
print(math.hypot(3, 4), math.hypot(1, 1, 1), math.hypot(), math.dist((1, 2), (4, 6)), math.hypot(1e-320, 1e-320), math.hypot(1e300, 1e300))
print(math.ldexp(0.5, 10), t(math.ldexp, 1.0, 5000), math.ldexp(1.0, -2000))
print(math.pi, math.e, math.tau, math.inf, math.nan)
for s in ['1', ' 1.5 ', '1e5', 'inf', '-Infinity', 'nan', '1_000.5', '.5', '5.', 'x', '', '1__0', '1e', '0x10', '1e400', '4.9e-324', '2e-324', '123456789012345678901234567890', '1.7976931348623159e308', '9007199254740993', '0.1e-5']:
    print(repr(s), t(float, s), t(int, s), t(complex, s))
for n in (2.675, 1.005, 0.5, 1.5, 2.5, 12345.678, -0.5, 1e20, 123456.0, 0.15, 0.25):
    print([t(round, n, k) for k in range(-6, 6)], round(n))
for a in (1j, 1+2j, -1.5j, 3-4j, 0j, complex('nan+1j'), complex(0.0, -0.0), complex('inf')):
    print(a, abs(a) if a == a else 0, -a, a.conjugate(), a.real, a.imag, hash(a) if a == a else 0, bool(a))
    for b in (2, 1.5, 1j, 2-3j):
        print(t(lambda: a + b), t(lambda: a - b), t(lambda: a * b), t(lambda: a / b), t(lambda: b / a), t(lambda: b ** a), a == b)
print(t(lambda: 1j < 2), t(lambda: 1 // 0), t(lambda: 1.0 // 0), t(lambda: 2 ** -1), t(lambda: 0 ** -1), t(lambda: (-8) ** (1/3)))
print(True + True, True & False, True | 2, ~True, -True, True * 1.5, int(True), True.bit_length(), isinstance(True, int))
print((10).__add__(5), (10).__radd__(2.5), int.__add__(1, 2), (5).__pow__(3, 7), (3.5).__floordiv__(2), (7).__rsub__(10))
class I(int):
    def __add__(self, o): return 'I.add'
    def __radd__(self, o): return 'I.radd'
print(I(5) + 1, 1 + I(5), I(5) * 2, type(I(5) * 2), I(7), repr(I(7)), I(3) == 3, hash(I(3)), {3: 1}[I(3)], I('12', 8), I.from_bytes(b'\x05', 'big'))
class F(float): pass
print(F(1.5) + 1, type(F(1.5) + 1), F('2.5'), F(2) == 2, F(3).hex(), F.fromhex('0x1p3'))
