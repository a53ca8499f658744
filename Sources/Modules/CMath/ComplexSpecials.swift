import Glibc

/// What the functions of cmath give where a part of the argument is not finite (C99, annex G). A row for each sort of real part and a column for
/// each sort of imaginary part: -inf, negative, -0, +0, positive, inf, nan. An entry is two parts, each a sign and a letter: `0`, `1`, `I` infinity,
/// `N` not a number, `P` pi, `H` pi/2, `Q` pi/4, `T` 3 pi/4. Entries with two finite parts are not used.
enum ComplexSpecials {
  static func value(_ table: StaticString, _ z: Complex) -> Complex {
    let at = table.utf8Start + 5 * (7 * sort(z.real) + sort(z.imaginary))
    return Complex(part(at), part(at + 2))
  }

  private static func sort(_ x: Double) -> Int {
    if x.isNaN { return 6 }
    if x.isInfinite { return x < 0 ? 0 : 5 }
    if x == 0 { return x.sign == .minus ? 2 : 3 }
    return x < 0 ? 1 : 4
  }

  private static func part(_ text: UnsafePointer<UInt8>) -> Double {
    let magnitude: Double
    switch text[1] {
    case UInt8(ascii: "0"): magnitude = 0
    case UInt8(ascii: "1"): magnitude = 1
    case UInt8(ascii: "I"): magnitude = .infinity
    case UInt8(ascii: "P"): magnitude = Double.pi
    case UInt8(ascii: "H"): magnitude = 0.5 * Double.pi
    case UInt8(ascii: "Q"): magnitude = 0.25 * Double.pi
    case UInt8(ascii: "T"): magnitude = 0.75 * Double.pi
    default: magnitude = .nan
    }
    return text[0] == UInt8(ascii: "-") ? -magnitude : magnitude
  }

  static let acos: StaticString = """
    +T+I +P+I +P+I +P-I +P-I +T-I +N+I \
    +H+I +N+N +N+N +N+N +N+N +H-I +N+N \
    +H+I +N+N +N+N +N+N +N+N +H-I +H+N \
    +H+I +N+N +N+N +N+N +N+N +H-I +H+N \
    +H+I +N+N +N+N +N+N +N+N +H-I +N+N \
    +Q+I +0+I +0+I +0-I +0-I +Q-I +N+I \
    +N+I +N+N +N+N +N+N +N+N +N-I +N+N
    """
  static let acosh: StaticString = """
    +I-T +I-P +I-P +I+P +I+P +I+T +I+N \
    +I-H +N+N +N+N +N+N +N+N +I+H +N+N \
    +I-H +N+N +N+N +N+N +N+N +I+H +N+N \
    +I-H +N+N +N+N +N+N +N+N +I+H +N+N \
    +I-H +N+N +N+N +N+N +N+N +I+H +N+N \
    +I-Q +I-0 +I-0 +I+0 +I+0 +I+Q +I+N \
    +I+N +N+N +N+N +N+N +N+N +I+N +N+N
    """
  static let asinh: StaticString = """
    -I-Q -I-0 -I-0 -I+0 -I+0 -I+Q -I+N \
    -I-H +N+N +N+N +N+N +N+N -I+H +N+N \
    -I-H +N+N +N+N +N+N +N+N -I+H +N+N \
    +I-H +N+N +N+N +N+N +N+N +I+H +N+N \
    +I-H +N+N +N+N +N+N +N+N +I+H +N+N \
    +I-Q +I-0 +I-0 +I+0 +I+0 +I+Q +I+N \
    +I+N +N+N +N-0 +N+0 +N+N +I+N +N+N
    """
  static let atanh: StaticString = """
    -0-H -0-H -0-H -0+H -0+H -0+H -0+N \
    -0-H +N+N +N+N +N+N +N+N -0+H +N+N \
    -0-H +N+N +N+N +N+N +N+N -0+H -0+N \
    +0-H +N+N +N+N +N+N +N+N +0+H +0+N \
    +0-H +N+N +N+N +N+N +N+N +0+H +N+N \
    +0-H +0-H +0-H +0+H +0+H +0+H +0+N \
    +0-H +N+N +N+N +N+N +N+N +0+H +N+N
    """
  static let cosh: StaticString = """
    +N+N -I+I +I+0 +I-0 -I-I +N+N +I+N \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+N \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+0 \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+0 \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+N \
    +N+N -I-I +I-0 +I+0 -I+I +N+N +I+N \
    +N+N +N+N +N+0 +N+0 +N+N +N+N +N+N
    """
  static let exp: StaticString = """
    +0+0 -0-0 +0-0 +0+0 -0+0 +0+0 +0+0 \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+N \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+N \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+N \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+N \
    +N+N -I-I +I-0 +I+0 -I+I +N+N +I+N \
    +N+N +N+N +N-0 +N+0 +N+N +N+N +N+N
    """
  static let log: StaticString = """
    +I-T +I-P +I-P +I+P +I+P +I+T +I+N \
    +I-H +N+N +N+N +N+N +N+N +I+H +N+N \
    +I-H +N+N +N+N +N+N +N+N +I+H +N+N \
    +I-H +N+N +N+N +N+N +N+N +I+H +N+N \
    +I-H +N+N +N+N +N+N +N+N +I+H +N+N \
    +I-Q +I-0 +I-0 +I+0 +I+0 +I+Q +I+N \
    +I+N +N+N +N+N +N+N +N+N +I+N +N+N
    """
  static let sinh: StaticString = """
    +N+N +I-I -I-0 -I+0 +I+I +N+N +I+N \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+N \
    +N+N +N+N +N+N +N+N +N+N +N+N +0+N \
    +N+N +N+N +N+N +N+N +N+N +N+N +0+N \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+N \
    +N+N -I-I +I-0 +I+0 -I+I +N+N +I+N \
    +N+N +N+N +N-0 +N+0 +N+N +N+N +N+N
    """
  static let sqrt: StaticString = """
    +I-I +0-I +0-I +0+I +0+I +I+I +N+I \
    +I-I +N+N +N+N +N+N +N+N +I+I +N+N \
    +I-I +N+N +N+N +N+N +N+N +I+I +N+N \
    +I-I +N+N +N+N +N+N +N+N +I+I +N+N \
    +I-I +N+N +N+N +N+N +N+N +I+I +N+N \
    +I-I +I-0 +I-0 +I+0 +I+0 +I+I +I+N \
    +I-I +N+N +N+N +N+N +N+N +I+I +N+N
    """
  static let tanh: StaticString = """
    -1+0 -1+0 -1-0 -1+0 -1-0 -1+0 -1+0 \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+N \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+N \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+N \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+N \
    +1+0 +1+0 +1-0 +1+0 +1-0 +1+0 +1+0 \
    +N+N +N+N +N-0 +N+0 +N+N +N+N +N+N
    """
  static let rect: StaticString = """
    +N+N +I+I -I+0 -I-0 +I-I +N+N +I+N \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+N \
    +0+0 +N+N +N+N +N+N +N+N +0+0 +0+0 \
    +0+0 +N+N +N+N +N+N +N+N +0+0 +0+0 \
    +N+N +N+N +N+N +N+N +N+N +N+N +N+N \
    +N+N -I-I +I-0 +I+0 -I+I +N+N +I+N \
    +N+N +N+N +N+0 +N+0 +N+N +N+N +N+N
    """
}
