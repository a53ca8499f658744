# Operators on floats and complex numbers, and mixed arithmetic.
values = [0.0, -0.0, 1.0, -1.5, 3.75, 1e300, -1e300, 1e-300, float("inf"), float("-inf"), float("nan")]
for a in values:
    row = []
    for b in values:
        row.append((a + b, a - b, a * b))
    print(a, row[:4])
for a, b in [(7.5, 2.0), (-7.5, 2.0), (7.5, -2.0), (-7.5, -2.0), (1e20, 3.0), (5.0, float("inf")), (-5.0, float("inf")), (0.0, -3.0)]:
    print(a // b, a % b, a / b, divmod(a, b))
print(2.0**0.5, 2**0.5, 4.0**-1, (-8.0)**2, 0.0**0, 2.0**1023)
print((-8.0)**(1 / 3))
print(1 + 2.5, 2.5 - 1, 3 * 0.5, 1 / 4, 7 // 2.0, 7.5 % 2, True + 0.5)
print(-2.5, +2.5, -0.0, not 0.0, not 0.1, abs(-2.5))
x = 1.0
x += 2
x -= 0.5
x *= 3
x /= 4
x //= 0.5
x %= 2.5
x **= 3
print(x)
z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), -z, +z, z + 1, z - 1j, z * z, z / 2, z / (1 - 1j), z**2, 2**1j == 2**1j)
z += 1
z *= 1j
print(z, z == complex(-4, 4), z != z, bool(0j), hash(3 + 0j) == hash(3))
print(0.1 + 0.2, 1e16, 1e15, 123456789.123456789, 1e-5, 0.0001, 1e22, 5e-324, 1.7976931348623157e308)
print(float("nan") == float("nan"), [float("nan")] == [float("nan")], float("inf") > 10**300, 0.5 == 1 / 2)
nan = float("nan")
print([nan] == [nan], nan is nan, nan in [nan], nan != nan, {nan: 1}[nan])
print(2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 10**400 > 1e308, -10**400 < -1e308)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(1e20))
print(int(3.99), int(-3.99), int(1e20), float(10**20), (0.1).as_integer_ratio(), (2.0).is_integer(), (1.5).hex())


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: 1.0 / 0)
attempt(lambda: 1.0 // 0)
attempt(lambda: 1.0 % 0)
attempt(lambda: divmod(1.0, 0.0))
attempt(lambda: 0.0 ** -1)
attempt(lambda: 1e300 ** 2)
attempt(lambda: 1j / 0)
attempt(lambda: 0j ** -1)
attempt(lambda: 1j // 1)
attempt(lambda: 1j % 1)
attempt(lambda: 1j < 2j)
attempt(lambda: int(float("inf")))
attempt(lambda: int(float("nan")))
attempt(lambda: ~1.5)
attempt(lambda: 1.5 & 1)
attempt(lambda: 1.5 << 1)
