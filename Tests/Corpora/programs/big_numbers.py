# Big integers at work: digits of pi and e, primes, RSA, square roots, Fibonacci numbers, conversions of base.
import math


def arctan_of_inverse(x, scale):
    total = term = scale // x
    n, sign = 3, -1
    while term:
        term //= x * x
        total += sign * (term // n)
        n, sign = n + 2, -sign
    return total


def pi_digits(count):
    """Machin's formula in fixed-point arithmetic."""
    scale = 10 ** (count + 10)
    return str(16 * arctan_of_inverse(5, scale) - 4 * arctan_of_inverse(239, scale))[:count]


def e_digits(count):
    scale = 10 ** (count + 10)
    total = term = scale
    k = 1
    while term:
        term //= k
        total += term
        k += 1
    return str(total)[:count]


def is_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def next_prime(n):
    n += 1 + n % 2
    while not is_prime(n):
        n += 2
    return n


def rsa(seed):
    p, q = next_prime(3 ** 100 + seed), next_prime(7 ** 60 + seed)
    n, phi, e = p * q, (p - 1) * (q - 1), 65537
    d = pow(e, -1, phi)
    message = int.from_bytes(b"attack at dawn", "big")
    cipher = pow(message, e, n)
    plain = pow(cipher, d, n)
    return n, cipher, plain.to_bytes((plain.bit_length() + 7) // 8, "big")


def fibonacci(n):
    if n == 0:
        return 0, 1
    a, b = fibonacci(n // 2)
    c, d = a * (2 * b - a), a * a + b * b
    return (d, c + d) if n % 2 else (c, d)


def to_base(n, base):
    digits, sign = [], "-" * (n < 0)
    n = abs(n)
    while n:
        n, digit = divmod(n, base)
        digits.append("0123456789abcdefghijklmnopqrstuvwxyz"[digit])
    return sign + ("".join(reversed(digits)) or "0")


def factor(n):
    factors, p = [], 2
    while p * p <= n:
        while n % p == 0:
            factors.append(p)
            n //= p
        p += 1 + (p > 2)
    return factors + [n] * (n > 1)


print(pi_digits(200))
print(e_digits(120))
print([n for n in range(100) if is_prime(n)], is_prime(2 ** 127 - 1), is_prime(2 ** 129 - 1), next_prime(10 ** 30))
n, cipher, plain = rsa(5)
print(n, cipher, plain, sep="\n")
print(fibonacci(1000)[0], fibonacci(5000)[0] % 10 ** 20)
for number in (0, 255, -255, 2 ** 100, 10 ** 25 + 7):
    for base in (2, 3, 7, 16, 36):
        text = to_base(number, base)
        assert int(text, base) == number, (text, base)
    print(to_base(number, 36), to_base(number, 2)[:40], hex(number), oct(number), bin(number)[:30], number.bit_length(), bin(number).count("1"))
print(math.isqrt(2 * 10 ** 100), math.factorial(60), math.comb(200, 100), math.gcd(2 ** 80 * 3 ** 40, 6 ** 50), math.perm(30, 10))
print(factor(2 ** 32 - 1), factor(600851475143), factor(10 ** 12 + 39))
print(sum(map(int, str(2 ** 2000))), len(str(3 ** 2500)), str(7 ** 300)[:20], (10 ** 40 + 1) ** 3 // (10 ** 39), -(10 ** 30) // 7, -(10 ** 30) % 7, divmod(10 ** 30, -7))
print((1 << 200) - 1 & 0xFFFF << 100, 1 << 150 | 1, (1 << 100) ^ ((1 << 100) - 1), ~(1 << 70), -(1 << 90) >> 85, (-(1 << 90) + 1) >> 85)
print(float(2 ** 80), 2 ** 80 / 3, int(1e25), 10 ** 25 == 1e25, round(10 ** 25 + 5, -1), (2 ** 70).to_bytes(10, "little").hex(), int.from_bytes(b"\xff\xfe", "little", signed=True))
print(hash(2 ** 61), hash(2 ** 200), hash(-(3 ** 100)), (3 ** 100).__repr__() == str(3 ** 100), f"{3 ** 60:,}", f"{2 ** 100:x}", f"{2 ** 70:e}")
