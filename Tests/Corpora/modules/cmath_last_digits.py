# versions: 3.8-3.13
"""cmath: every function on ordinary, very large and very small numbers, to the last bit, which the C library decides."""
import cmath

FUNCTIONS = [cmath.acos, cmath.acosh, cmath.asin, cmath.asinh, cmath.atan, cmath.atanh, cmath.cos, cmath.cosh, cmath.exp, cmath.log, cmath.log10,
             cmath.sin, cmath.sinh, cmath.sqrt, cmath.tan, cmath.tanh, cmath.phase, cmath.polar]
PARTS = [0.0, -0.0, 1.0, -1.0, 0.5, -2.3, 3.7, 1e-9, -1e-160, 5e-324, 1e150, -1e300, 1.7e308, 709.5, 720.0, 1.0000001]
for function in FUNCTIONS:
    total = []
    for real in PARTS:
        for imaginary in PARTS:
            try:
                total.append(repr(function(complex(real, imaginary))))
            except (ValueError, OverflowError) as error:
                total.append(type(error).__name__ + " " + str(error))
    print(function.__name__)
    for k in range(0, len(total), 16):
        print("  ", " ".join(total[k:k + 16]))
for r in PARTS[:10]:
    print([cmath.rect(r, phi) for phi in (0.0, -0.0, 1.0, -3.0, 1e10)])
print([cmath.log(complex(2, 1), base) for base in (2, 10, 2j, -1, complex(0.5, 0.5))])
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
