import Glibc

// Products and quotients of complex numbers as C99 has them (annex G): infinities are recovered from the NaNs that the formulas make of them.

/// An infinity becomes 1 and anything else 0, with the sign.
private func boxed(_ x: Double) -> Double { copysign(x.isInfinite ? 1 : 0, x) }

private func zeroIfNaN(_ x: Double) -> Double { x.isNaN ? copysign(0, x) : x }

/// `a * b` (Objects/complexobject.c, `_Py_c_prod`).
func recoveredProduct(_ a: (Double, Double), _ b: (Double, Double)) -> (Double, Double) {
  let r = complexProduct(a, b)
  guard r.0.isNaN && r.1.isNaN else { return r }
  var (a, b) = (a, b)
  var recalculates = false
  if a.0.isInfinite || a.1.isInfinite {
    a = (boxed(a.0), boxed(a.1))
    b = (zeroIfNaN(b.0), zeroIfNaN(b.1))
    recalculates = true
  }
  if b.0.isInfinite || b.1.isInfinite {
    b = (boxed(b.0), boxed(b.1))
    a = (zeroIfNaN(a.0), zeroIfNaN(a.1))
    recalculates = true
  }
  if !recalculates, (a.0 * b.0).isInfinite || (a.1 * b.1).isInfinite || (a.0 * b.1).isInfinite || (a.1 * b.0).isInfinite {
    a = (zeroIfNaN(a.0), zeroIfNaN(a.1))
    b = (zeroIfNaN(b.0), zeroIfNaN(b.1))
    recalculates = true
  }
  if !recalculates { return r }
  return (.infinity * (a.0 * b.0 - a.1 * b.1), .infinity * (a.0 * b.1 + a.1 * b.0))
}

/// The quotient `r` of `a / b`, with infinities and zeros recovered if it is not a number.
func recoveredQuotient(_ a: (Double, Double), _ b: (Double, Double), _ r: (Double, Double)) -> (Double, Double) {
  guard r.0.isNaN && r.1.isNaN else { return r }
  if (a.0.isInfinite || a.1.isInfinite) && b.0.isFinite && b.1.isFinite {
    let x = boxed(a.0)
    let y = boxed(a.1)
    return (.infinity * (x * b.0 + y * b.1), .infinity * (y * b.0 - x * b.1))
  }
  if (b.0.isInfinite || b.1.isInfinite) && a.0.isFinite && a.1.isFinite {
    let x = boxed(b.0)
    let y = boxed(b.1)
    return (0 * (a.0 * x + a.1 * y), 0 * (a.1 * x - a.0 * y))
  }
  return r
}

/// A real number divided by a complex one; nil if that is zero (`_Py_rc_quot`).
func realQuotient(_ a: Double, _ b: (Double, Double)) -> (Double, Double)? {
  let (real, imaginary) = (b.0.magnitude, b.1.magnitude)
  var r = (Double.nan, Double.nan)
  if real >= imaginary {
    if real == 0 { return nil }
    let ratio = b.1 / b.0
    let divisor = b.0 + b.1 * ratio
    r = (a / divisor, (-a * ratio) / divisor)
  } else if imaginary >= real {
    let ratio = b.0 / b.1
    let divisor = b.0 * ratio + b.1
    r = ((a * ratio) / divisor, -a / divisor)
  }
  if r.0.isNaN && r.1.isNaN && a.isFinite && (b.0.isInfinite || b.1.isInfinite) {
    let x = boxed(b.0)
    let y = boxed(b.1)
    r = (0 * (a * x), 0 * (-a * y))
  }
  return r
}
