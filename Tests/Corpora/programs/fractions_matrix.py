# Exact rational numbers, matrices over them, polynomials, and linear equations.
# versions: 3.10-
import math
from functools import total_ordering


@total_ordering
class Fraction:
    __slots__ = ("n", "d")

    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = math.gcd(n, d) if d > 0 else -math.gcd(n, d)
        self.n, self.d = n // g, d // g

    @staticmethod
    def of(x):
        return x if isinstance(x, Fraction) else Fraction(x)

    def __add__(self, other):
        other = Fraction.of(other)
        return Fraction(self.n * other.d + other.n * self.d, self.d * other.d)

    def __mul__(self, other):
        if isinstance(other, Matrix):
            return NotImplemented
        other = Fraction.of(other)
        return Fraction(self.n * other.n, self.d * other.d)

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return Fraction(-self.n, self.d)

    def __sub__(self, other):
        return self + -Fraction.of(other)

    def __rsub__(self, other):
        return other + -self

    def __truediv__(self, other):
        other = Fraction.of(other)
        return Fraction(self.n * other.d, self.d * other.n)

    def __rtruediv__(self, other):
        return Fraction(other) / self

    def __pow__(self, k):
        return Fraction(self.n ** k, self.d ** k) if k >= 0 else Fraction(self.d ** -k, self.n ** -k)

    def __eq__(self, other):
        other = Fraction.of(other)
        return (self.n, self.d) == (other.n, other.d)

    def __lt__(self, other):
        other = Fraction.of(other)
        return self.n * other.d < other.n * self.d

    def __hash__(self):
        return hash((self.n, self.d))

    def __bool__(self):
        return self.n != 0

    def __abs__(self):
        return Fraction(abs(self.n), self.d)

    def __float__(self):
        return self.n / self.d

    def __repr__(self):
        return str(self.n) if self.d == 1 else f"{self.n}/{self.d}"


class Singular(ArithmeticError):
    pass


class Matrix:
    def __init__(self, rows):
        self.rows = [[Fraction.of(x) for x in row] for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("ragged rows")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, key):
        match key:
            case (int(i), int(j)):
                return self.rows[i][j]
            case (slice() as s, int(j)):
                return [row[j] for row in self.rows[s]]
            case int(i):
                return self.rows[i]
        raise TypeError(f"cannot index a matrix by {key!r}")

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s, strict=True)] for r, s in zip(self.rows, other.rows, strict=True)])

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape}")
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows])

    def __rmul__(self, k):
        return Matrix([[k * x for x in row] for row in self.rows])

    def __pow__(self, k):
        result, base = Matrix.identity(len(self.rows)), self
        while k:
            if k & 1:
                result @= base
            base @= base
            k >>= 1
        return result

    def __eq__(self, other):
        return self.rows == other.rows

    def __repr__(self):
        return "[" + "; ".join(" ".join(map(repr, row)) for row in self.rows) + "]"

    def reduced(self):
        """Reduced row echelon form and the determinant's sign and factor."""
        rows, factor, lead = [row[:] for row in self.rows], Fraction(1), 0
        for column in range(len(rows[0])):
            pivot = next((i for i in range(lead, len(rows)) if rows[i][column]), None)
            if pivot is None:
                continue
            if pivot != lead:
                rows[lead], rows[pivot] = rows[pivot], rows[lead]
                factor = -factor
            factor *= rows[lead][column]
            divisor = rows[lead][column]
            rows[lead] = [x / divisor for x in rows[lead]]
            for i, row in enumerate(rows):
                if i != lead and row[column]:
                    rows[i] = [x - row[column] * y for x, y in zip(row, rows[lead])]
            lead += 1
            if lead == len(rows):
                break
        return Matrix(rows), factor, lead

    def inverse(self):
        n, m = self.shape
        if n != m:
            raise ValueError("not square")
        joined = Matrix([row + unit for row, unit in zip(self.rows, Matrix.identity(n).rows)])
        reduced, _, _ = joined.reduced()
        if Matrix([row[:n] for row in reduced.rows]) != Matrix.identity(n):
            raise Singular("singular matrix")
        return Matrix([row[n:] for row in reduced.rows])

    def determinant(self):
        _, factor, rank = self.reduced()
        return factor if rank == len(self.rows) else Fraction(0)


half, third = Fraction(1, 2), Fraction(-2, -6)
print(half + third, half - 1, 1 - half, half * third, half / third, 2 / half, half ** 3, half ** -2, -half, abs(-half), float(third))
print(sorted([half, third, Fraction(0), Fraction(5, 4)]), half > third, half >= 0.5 if False else half == Fraction(2, 4), {half: "h"}[Fraction(3, 6)], bool(Fraction(0)), sum([half] * 3))
hilbert = Matrix([[Fraction(1, i + j + 1) for j in range(5)] for i in range(5)])
print(hilbert.inverse())
print(hilbert.determinant(), hilbert @ hilbert.inverse() == Matrix.identity(5))
print(Matrix([[1, 1], [1, 0]]) ** 90, 3 * Matrix([[1, 2]]) + Matrix([[half, third]]), Matrix([[1, 2, 3], [4, 5, 6]]).T)
m = Matrix([[2, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]])
print(m.reduced()[0][:, 3], m[0, 1], m[1], m.shape)
harmonic = sum(Fraction(1, k) for k in range(1, 40))
print(harmonic)
for action in (lambda: Fraction(1, 0), lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: Matrix([[1], [2, 3]]), lambda: Matrix([[1, 2]]) @ Matrix([[1, 2]]),
               lambda: Matrix([[1]])["x"], lambda: half + "x", lambda: Matrix([[1]]) + Matrix([[1, 2]]), lambda: 1 / Fraction(0)):
    try:
        print(action())
    except (ArithmeticError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
