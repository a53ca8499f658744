"""Errors of numbers that are too large, and of pow() with a modulus."""
import sys


def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


class Int(int):
    pass


class Powerless:
    pass


class Declining:
    def __pow__(self, other, modulus=None):
        return NotImplemented


huge = 10 ** 400
attempt(lambda: huge ** -1)
attempt(lambda: 2 ** -huge)
attempt(lambda: huge + 1.5)
attempt(lambda: 1.5 * huge)
attempt(lambda: huge / 3)
attempt(lambda: 3 / huge)
attempt(lambda: huge / huge)
attempt(lambda: (2 ** 1024 - 1) / 1)
attempt(lambda: (2 ** 1024 - 2 ** 970) / 1)
attempt(lambda: float(huge))
attempt(lambda: complex(huge))
attempt(lambda: 1 << (1 << 70))
attempt(lambda: 0 << (1 << 70))
attempt(lambda: 1 >> (1 << 70))
attempt(lambda: -1 >> (1 << 70))
attempt(lambda: 1 << -1)
attempt(lambda: huge >> -1)
attempt(lambda: pow(2, 5, 0))
attempt(lambda: pow(2, -1, 4))
attempt(lambda: pow(3, -1, 7))
attempt(lambda: pow(2, 3, 1.5))
attempt(lambda: pow(2.0, 3, 5))
attempt(lambda: pow(2, 3.0, 5))
attempt(lambda: pow(2j, 3, 5))
attempt(lambda: pow(2, 3j, 5))
attempt(lambda: pow("a", 3, 5))
attempt(lambda: pow(2, "a", 5))
attempt(lambda: pow(2, 5, "a"))
attempt(lambda: pow(Powerless(), 3, 5))
attempt(lambda: pow(Declining(), 3, 5))
attempt(lambda: pow(2, Declining(), 5))
attempt(lambda: pow(Int(2), 3, 5))
attempt(lambda: (1e300 + 1e300j) ** 5)
attempt(lambda: 0j ** -1)
attempt(lambda: 0j ** 1j)
attempt(lambda: abs(complex(1.5e308, 1.5e308)))
attempt(lambda: 1e300 ** 300)
attempt(lambda: (-8.0) ** 0.5)
attempt(lambda: 0.0 ** -1)
attempt(lambda: 1j // 1)
attempt(lambda: divmod(1j, 1))
attempt(lambda: 1 % 0)
attempt(lambda: huge % 0)
attempt(lambda: huge // 0)
attempt(lambda: huge / 0)
attempt(lambda: divmod(huge, 0))
attempt(lambda: 1.5 % 0.0)
attempt(lambda: 1.5 // 0)
attempt(lambda: 1j / 0)
attempt(lambda: divmod(1.5, 0))

attempt(lambda: len(str(10 ** 4299)))
attempt(lambda: str(10 ** 4300))
attempt(lambda: str(10 ** 5000))
attempt(lambda: str(-10 ** 5000))
attempt(lambda: "%d" % 10 ** 5000)
attempt(lambda: f"{10 ** 5000}")
attempt(lambda: f"{10 ** 5000:d}")
attempt(lambda: len(f"{10 ** 5000:x}"))
attempt(lambda: int("1" * 4300) % 7)
attempt(lambda: int("1" * 4301))
attempt(lambda: int("_".join("1" * 5000)))
attempt(lambda: int("1" * 5000, 16) % 7)
attempt(lambda: int("z" * 5000, 36))
sys.set_int_max_str_digits(0)
attempt(lambda: len(str(10 ** 5000)))
sys.set_int_max_str_digits(4300)

attempt(lambda: "ab" * sys.maxsize)
attempt(lambda: [1, 2] * sys.maxsize)
attempt(lambda: (1, 2) * sys.maxsize)
attempt(lambda: b"ab" * sys.maxsize)
attempt(lambda: bytearray(b"ab") * sys.maxsize)
attempt(lambda: "ab" * huge)
attempt(lambda: [1] * huge)
attempt(lambda: bytes(sys.maxsize))
attempt(lambda: bytes(huge))
attempt(lambda: bytearray(huge))
attempt(lambda: bytes(-1))
attempt(lambda: "a".ljust(sys.maxsize))
attempt(lambda: "%*d" % (huge, 1))
attempt(lambda: "%.*f" % (huge, 1.0))
attempt(lambda: range(huge)[huge])
attempt(lambda: len(range(huge)))
attempt(lambda: [1][huge])
attempt(lambda: "a"[huge])
attempt(lambda: (1,)[-huge])
attempt(lambda: round(1.5, huge))
attempt(lambda: int(float("inf")))
attempt(lambda: int(float("nan")))
attempt(lambda: round(float("nan")))
attempt(lambda: float("1e400"))
attempt(lambda: hash(float("inf")))
attempt(lambda: chr(huge))
attempt(lambda: chr(-1))
attempt(lambda: bytes([256]))
attempt(lambda: bytes([huge]))
