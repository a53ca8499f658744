# Binary, in-place and unary operators on ints, small and large, and bools.
values = [0, 1, -1, 2, 7, -7, 255, 2**31, -2**31, 2**48 - 1, 2**48, -2**48, 2**63, -2**63 - 1, 10**30, -10**30]
checksum = 0
for a in values:
    for b in values:
        results = [a + b, a - b, a * b, a & b, a | b, a ^ b]
        if b:
            results += [a // b, a % b, divmod(a, b)]
        if 0 <= b < 100:
            results += [a ** b if abs(a) < 300 or b < 8 else None, a << b, a >> b]
        for result in results:
            checksum = (checksum * 31 + hash(result if not isinstance(result, tuple) else result[0] ^ result[1])) % 1000000007 if result is not None else checksum
print(checksum)
for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (10**20, 7), (-10**20, 7), (10**20, -10**10), (True, 2)]:
    print(a, b, a // b, a % b, a / b, divmod(a, b))
print(2**10, 2**-1, (-2)**3, 0**0, 2**0.5, (-1)**0.5 == 1j or "complex", pow(3, 5, 7), pow(3, -1, 7))
print(1 << 70, (1 << 70) >> 68, -1 >> 100, 5 >> 1, -5 >> 1, 0 << 1000)
print(-5, +5, ~5, not 5, -True, +True, - -3, -(2**64), +(2**64), ~(2**64), abs(-2**64))
print(True + True, True * 5, True & False, True | False, True ^ True, True & 3, type(True & True).__name__)
a = 5
a += 3
a -= 1
a *= 6
a //= 4
a %= 7
a **= 5
a <<= 3
a >>= 1
a |= 8
a &= 0xFC
a ^= 0x55
print(a)
a /= 2
print(a)
print(6 / 3, 7 / 2, 1 / 3, 10**30 / 10**10, 10**400 // 10**399, 2**1023 / 1)
print(12345678901234567890 * 98765432109876543210)
print((10**50 + 1) * (10**50 - 1) == 10**100 - 1, (3**200 - 1) % (3**100 + 1))
print(int("123456789" * 5) // 987654321, hash(10**30), hash(-1), hash(2**61 - 1), hash(-2**61))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: 1 // 0)
attempt(lambda: 1 % 0)
attempt(lambda: 1 / 0)
attempt(lambda: divmod(1, 0))
attempt(lambda: 10**30 // 0)
attempt(lambda: 10**30 % 0)
attempt(lambda: 0 ** -1)
attempt(lambda: 1 << -1)
attempt(lambda: 1 >> -1)
attempt(lambda: 10**400 / 3)
attempt(lambda: 1 / 10**400)
attempt(lambda: 10**400 * 1.0)
attempt(lambda: pow(2, 3, 0))
attempt(lambda: pow(2, -1, 4))
