import Glibc
import Runtime

// How results of the C library become Python results or exceptions (Modules/mathmodule.c, `math_1`, `math_2`).

extension MathModule {
  static func domainError(_ t: Thread) -> Raised { t.raise(t.types.valueError, "math domain error") }
  static func rangeError(_ t: Thread) -> Raised { t.raise(t.types.overflowError, "math range error") }

  /// A function of one double. NaN from a number is a domain error; infinity from a finite number is a range error, or a domain error where the
  /// function cannot overflow (a pole).
  /// - Parameter domain: what a domain error says of the number, if more than that.
  static func unary(_ t: Thread, _ v: Value, canOverflow: Bool = false, domain: LibraryMessage? = nil, _ f: (Double) -> Double) throws(Raised) -> Value {
    let x = try t.asDouble(v)
    let r = f(x)
    if r.isNaN && !x.isNaN || r.isInfinite && x.isFinite && !canOverflow {
      guard let domain else { throw domainError(t) }
      throw t.raise(domain, try t.float(x))
    }
    if r.isInfinite && x.isFinite { throw rangeError(t) }
    return try t.float(r)
  }

  /// A function of two doubles: NaN from numbers is a domain error, infinity from finite numbers a range error.
  static func binary(_ t: Thread, _ a: Value, _ b: Value, _ f: (Double, Double) -> Double) throws(Raised) -> Value {
    let x = try t.asDouble(a)
    let y = try t.asDouble(b)
    let r = f(x, y)
    if r.isNaN && !x.isNaN && !y.isNaN { throw domainError(t) }
    if r.isInfinite && x.isFinite && y.isFinite { throw rangeError(t) }
    return try t.float(r)
  }
}
