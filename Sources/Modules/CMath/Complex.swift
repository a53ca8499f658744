import Glibc
import Runtime

/// A complex number, and the functions of cmath on it (CPython: Modules/cmathmodule.c). The formulas are those of Kahan, "Branch cuts for complex
/// elementary functions": results agree with CPython's to the last bit, so the order of operations matters.
struct Complex: BitwiseCopyable {
  var real: Double
  var imaginary: Double

  init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }

  var isFinite: Bool { real.isFinite && imaginary.isFinite }
  /// `i * self`
  var turned: Complex { Complex(-imaginary, real) }
  /// `-i * self`
  var turnedBack: Complex { Complex(imaginary, -real) }
  var negated: Complex { Complex(-real, -imaginary) }
}

/// What a function of cmath found wrong with its argument, as `errno` says in C.
enum ComplexFault { case none, domain, range }

struct ComplexFunctions {
  var fault = ComplexFault.none
  /// Results for NaN as annex G has them.
  let knowsNaNs: Bool

  private static let large = Double.greatestFiniteMagnitude / 4
  private static let rootOfLarge = large.squareRoot()
  private static let logOfLarge = Glibc.log(large)
  private static let rootOfLeast = Double.leastNormalMagnitude.squareRoot()
  private static let e = M_E
  private static let ln2 = M_LN2

  private func isLarge(_ z: Complex) -> Bool { abs(z.real) > ComplexFunctions.large || abs(z.imaginary) > ComplexFunctions.large }

  /// The logarithm of the magnitude of a large number.
  private func logOfLargeMagnitude(_ z: Complex) -> Double {
    Glibc.log(hypot(z.real / 2, z.imaginary / 2)) + ComplexFunctions.ln2 * 2
  }

  private mutating func checkRange(_ z: Complex) -> Complex {
    fault = z.real.isInfinite || z.imaginary.isInfinite ? .range : .none
    return z
  }

  // MARK: Inverse functions

  func acos(_ z: Complex) -> Complex {
    if !z.isFinite { return ComplexSpecials.value(ComplexSpecials.acos, z) }
    if isLarge(z) {
      let magnitude = logOfLargeMagnitude(z)
      let imaginary = z.real < 0 ? -copysign(magnitude, z.imaginary) : copysign(magnitude, -z.imaginary)
      return Complex(atan2(abs(z.imaginary), z.real), imaginary)
    }
    let a = sqrt(Complex(1 - z.real, -z.imaginary))
    let b = sqrt(Complex(1 + z.real, z.imaginary))
    return Complex(2 * atan2(a.real, b.real), Glibc.asinh(b.real * a.imaginary - b.imaginary * a.real))
  }

  func acosh(_ z: Complex) -> Complex {
    if !z.isFinite {
      if knowsNaNs, z.real == 0, z.imaginary.isNaN { return Complex(.nan, 0.5 * Double.pi) }
      return ComplexSpecials.value(ComplexSpecials.acosh, z)
    }
    if isLarge(z) { return Complex(logOfLargeMagnitude(z), atan2(z.imaginary, z.real)) }
    let a = sqrt(Complex(z.real - 1, z.imaginary))
    let b = sqrt(Complex(z.real + 1, z.imaginary))
    return Complex(Glibc.asinh(a.real * b.real + a.imaginary * b.imaginary), 2 * atan2(a.imaginary, b.real))
  }

  func asin(_ z: Complex) -> Complex { asinh(z.turned).turnedBack }

  func asinh(_ z: Complex) -> Complex {
    if !z.isFinite { return ComplexSpecials.value(ComplexSpecials.asinh, z) }
    if isLarge(z) {
      let magnitude = logOfLargeMagnitude(z)
      let real = z.imaginary >= 0 ? copysign(magnitude, z.real) : -copysign(magnitude, -z.real)
      return Complex(real, atan2(z.imaginary, abs(z.real)))
    }
    let a = sqrt(Complex(1 + z.imaginary, -z.real))
    let b = sqrt(Complex(1 - z.imaginary, z.real))
    return Complex(
      Glibc.asinh(a.real * b.imaginary - b.real * a.imaginary),
      atan2(z.imaginary, a.real * b.real - a.imaginary * b.imaginary))
  }

  mutating func atan(_ z: Complex) -> Complex { atanh(z.turned).turnedBack }

  mutating func atanh(_ z: Complex) -> Complex {
    if !z.isFinite { return ComplexSpecials.value(ComplexSpecials.atanh, z) }
    if z.real < 0 || z.real == 0 && z.real.sign == .minus { return atanh(z.negated).negated }
    let y = abs(z.imaginary)
    if z.real > ComplexFunctions.rootOfLarge || y > ComplexFunctions.rootOfLarge {
      let h = hypot(z.real / 2, z.imaginary / 2)
      return Complex(z.real / 4 / h / h, -copysign(Double.pi / 2, -z.imaginary))
    }
    if z.real == 1 && y < ComplexFunctions.rootOfLeast {
      if y == 0 {
        fault = .domain
        return Complex(.infinity, z.imaginary)
      }
      return Complex(-Glibc.log(y.squareRoot() / hypot(y, 2).squareRoot()), copysign(atan2(2, -y) / 2, z.imaginary))
    }
    let distance = (1 - z.real) * (1 - z.real)
    return Complex(
      log1p(4 * z.real / (distance + y * y)) / 4,
      -atan2(-2 * z.imaginary, (1 - z.real) * (1 + z.real) - y * y) / 2)
  }

  // MARK: Exponential functions

  mutating func cos(_ z: Complex) -> Complex { cosh(z.turned) }

  mutating func cosh(_ z: Complex) -> Complex {
    let (x, y) = (z.real, z.imaginary)
    if !z.isFinite {
      if y.isInfinite && !x.isNaN { fault = .domain }
      guard x.isInfinite && y.isFinite && y != 0 else { return ComplexSpecials.value(ComplexSpecials.cosh, z) }
      let imaginary = copysign(Double.infinity, Glibc.sin(y))
      return Complex(copysign(.infinity, Glibc.cos(y)), x > 0 ? imaginary : -imaginary)
    }
    if abs(x) > ComplexFunctions.logOfLarge {
      let less = x - copysign(1, x)
      return checkRange(
        Complex(Glibc.cos(y) * Glibc.cosh(less) * ComplexFunctions.e, Glibc.sin(y) * Glibc.sinh(less) * ComplexFunctions.e))
    }
    return checkRange(Complex(Glibc.cos(y) * Glibc.cosh(x), Glibc.sin(y) * Glibc.sinh(x)))
  }

  mutating func exp(_ z: Complex) -> Complex {
    let (x, y) = (z.real, z.imaginary)
    if !z.isFinite {
      if y.isInfinite && (x.isFinite || x == .infinity) { fault = .domain }
      guard x.isInfinite && y.isFinite && y != 0 else { return ComplexSpecials.value(ComplexSpecials.exp, z) }
      let magnitude: Double = x > 0 ? .infinity : 0
      return Complex(copysign(magnitude, Glibc.cos(y)), copysign(magnitude, Glibc.sin(y)))
    }
    if x > ComplexFunctions.logOfLarge {
      let l = Glibc.exp(x - 1)
      return checkRange(Complex(l * Glibc.cos(y) * ComplexFunctions.e, l * Glibc.sin(y) * ComplexFunctions.e))
    }
    let l = Glibc.exp(x)
    return checkRange(Complex(l * Glibc.cos(y), l * Glibc.sin(y)))
  }

  mutating func sin(_ z: Complex) -> Complex { sinh(z.turned).turnedBack }

  mutating func sinh(_ z: Complex) -> Complex {
    let (x, y) = (z.real, z.imaginary)
    if !z.isFinite {
      if y.isInfinite && !x.isNaN { fault = .domain }
      guard x.isInfinite && y.isFinite && y != 0 else { return ComplexSpecials.value(ComplexSpecials.sinh, z) }
      let real = copysign(Double.infinity, Glibc.cos(y))
      return Complex(x > 0 ? real : -real, copysign(.infinity, Glibc.sin(y)))
    }
    if abs(x) > ComplexFunctions.logOfLarge {
      let less = x - copysign(1, x)
      return checkRange(
        Complex(Glibc.cos(y) * Glibc.sinh(less) * ComplexFunctions.e, Glibc.sin(y) * Glibc.cosh(less) * ComplexFunctions.e))
    }
    return checkRange(Complex(Glibc.cos(y) * Glibc.sinh(x), Glibc.sin(y) * Glibc.cosh(x)))
  }

  mutating func tan(_ z: Complex) -> Complex { tanh(z.turned).turnedBack }

  mutating func tanh(_ z: Complex) -> Complex {
    let (x, y) = (z.real, z.imaginary)
    if !z.isFinite {
      if y.isInfinite && x.isFinite { fault = .domain }
      if knowsNaNs, x == 0, y.isNaN { return z }
      guard x.isInfinite && y.isFinite && y != 0 else { return ComplexSpecials.value(ComplexSpecials.tanh, z) }
      return Complex(x > 0 ? 1 : -1, copysign(0, 2 * Glibc.sin(y) * Glibc.cos(y)))
    }
    if abs(x) > ComplexFunctions.logOfLarge {
      return Complex(copysign(1, x), 4 * Glibc.sin(y) * Glibc.cos(y) * Glibc.exp(-2 * abs(x)))
    }
    let (tx, ty, cx) = (Glibc.tanh(x), Glibc.tan(y), 1 / Glibc.cosh(x))
    let product = tx * ty
    let denominator = 1 + product * product
    return Complex(tx * (1 + ty * ty) / denominator, ty / denominator * cx * cx)
  }

  // MARK: Logarithm and root

  mutating func log(_ z: Complex) -> Complex {
    if !z.isFinite { return ComplexSpecials.value(ComplexSpecials.log, z) }
    let (x, y) = (abs(z.real), abs(z.imaginary))
    let real: Double
    if x > ComplexFunctions.large || y > ComplexFunctions.large {
      real = Glibc.log(hypot(x / 2, y / 2)) + ComplexFunctions.ln2
    } else if x < Double.leastNormalMagnitude && y < Double.leastNormalMagnitude {
      if x == 0 && y == 0 {
        fault = .domain
        return Complex(-.infinity, atan2(z.imaginary, z.real))
      }
      real = Glibc.log(hypot(scalbn(x, 53), scalbn(y, 53))) - 53 * ComplexFunctions.ln2
    } else {
      let h = hypot(x, y)
      if 0.71 <= h && h <= 1.73 {
        let (more, less) = x > y ? (x, y) : (y, x)
        real = log1p((more - 1) * (more + 1) + less * less) / 2
      } else {
        real = Glibc.log(h)
      }
    }
    return Complex(real, atan2(z.imaginary, z.real))
  }

  func sqrt(_ z: Complex) -> Complex {
    if !z.isFinite { return ComplexSpecials.value(ComplexSpecials.sqrt, z) }
    if z.real == 0 && z.imaginary == 0 { return Complex(0, z.imaginary) }
    var x = abs(z.real)
    let y = abs(z.imaginary)
    let s: Double
    if x < Double.leastNormalMagnitude && y < Double.leastNormalMagnitude {
      // Subnormal numbers are scaled up, and the root down by the half of twice that.
      x = scalbn(x, 53)
      s = scalbn((x + hypot(x, scalbn(y, 53))).squareRoot(), -27)
      return root(z, s, y)
    }
    x /= 8
    s = 2 * (x + hypot(x, y / 8)).squareRoot()
    return root(z, s, y)
  }

  private func root(_ z: Complex, _ s: Double, _ y: Double) -> Complex {
    let d = y / (2 * s)
    return z.real >= 0 ? Complex(s, copysign(d, z.imaginary)) : Complex(d, copysign(s, z.imaginary))
  }

  // MARK: Polar coordinates

  static func phase(_ z: Complex) -> Double {
    if z.real.isNaN || z.imaginary.isNaN { return .nan }
    return atan2(z.imaginary, z.real)
  }

  mutating func rect(_ r: Double, _ phi: Double) -> Complex {
    if !r.isFinite || !phi.isFinite {
      if r != 0 && !r.isNaN && phi.isInfinite { fault = .domain }
      guard r.isInfinite && phi.isFinite && phi != 0 else { return ComplexSpecials.value(ComplexSpecials.rect, Complex(r, phi)) }
      let (real, imaginary) = (copysign(Double.infinity, Glibc.cos(phi)), copysign(Double.infinity, Glibc.sin(phi)))
      return r > 0 ? Complex(real, imaginary) : Complex(-real, -imaginary)
    }
    if phi == 0 { return Complex(r, r * phi) }
    return Complex(r * Glibc.cos(phi), r * Glibc.sin(phi))
  }
}
