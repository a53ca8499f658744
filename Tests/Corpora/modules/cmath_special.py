"""cmath: infinities and NaN (those of which all versions think the same)."""
import cmath
import math

PARTS = [-math.inf, -2.3, -0.0, 0.0, 2.3, math.inf, math.nan]
for name in ("acos asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt phase polar isnan isinf isfinite").split():
    function = getattr(cmath, name)
    print(name)
    for real in PARTS:
        row = []
        for imaginary in PARTS:
            try:
                row.append(repr(function(complex(real, imaginary))))
            except (ValueError, OverflowError) as error:
                row.append(type(error).__name__)
        print("  ", " ".join(row))
for r in PARTS:
    row = []
    for phi in PARTS:
        try:
            row.append(repr(cmath.rect(r, phi)))
        except ValueError as error:
            row.append(str(error))
    print("  ", " ".join(row))
