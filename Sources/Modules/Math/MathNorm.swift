import Glibc
import Runtime

/// A double and the rounding error of the operation that made it.
struct DoubleLength {
  var high: Double
  var low: Double

  /// a + b exactly, |a| >= |b|.
  init(fastSum a: Double, _ b: Double) {
    high = a + b
    low = (a - high) + b
  }
  /// a + b exactly.
  init(sum a: Double, _ b: Double) {
    high = a + b
    let z = high - a
    low = (a - (high - z)) + (b - z)
  }
  /// a * b exactly.
  init(product a: Double, _ b: Double) {
    high = a * b
    low = fma(a, b, -high)
  }
}

extension MathModule {
  static func hypot(_ t: Thread, _ coordinates: Slots) throws(Raised) -> Value {
    var vector: [Double] = []
    for i in 0..<coordinates.count { vector.append(try t.asDouble(coordinates[i]).magnitude) }
    return try t.float(norm(t, vector))
  }

  static func distance(_ t: Thread, _ p: Value, _ q: Value) throws(Raised) -> Value {
    let p = p.isKind(.tuple) ? p : try t.tuple(from: p)
    let q = q.isKind(.tuple) ? q : try t.tuple(from: q)
    let (a, b) = (p.tupleSlots, q.tupleSlots)
    if a.count != b.count { throw t.raise(t.types.valueError, "both points must have the same number of dimensions") }
    var vector: [Double] = []
    for i in 0..<a.count {
      let x = try t.asDouble(a[i])
      vector.append((x - (try t.asDouble(b[i]))).magnitude)
    }
    return try t.float(norm(t, vector))
  }

  private static func norm(_ t: Thread, _ vector: [Double]) -> Double { t.has(.correctedNorm) ? norm(vector) : plainNorm(vector) }

  /// The Euclidean norm of magnitudes as up to 3.9: scaled by the largest, with Kahan's summation.
  private static func plainNorm(_ vector: [Double]) -> Double {
    let largest = vector.reduce(0) { $1 > $0 ? $1 : $0 }
    if largest.isInfinite { return largest }
    if vector.contains(where: \.isNaN) { return .nan }
    if largest == 0 || vector.count <= 1 { return largest }
    var sum = 1.0
    var lost = 0.0
    for value in vector {
      let x = value / largest
      let previous = sum
      sum += x * x
      lost += (previous - sum) + x * x
    }
    return largest * (sum - 1 + lost).squareRoot()
  }

  /// The Euclidean norm of magnitudes, nearly always correctly rounded: scaled by a power of two, summed with the errors kept apart, and the root
  /// corrected by one step of Newton's method (Modules/mathmodule.c, `vector_norm`).
  static func norm(_ vector: [Double]) -> Double {
    var largest = 0.0
    var hasNaN = false
    for x in vector {
      if x.isNaN { hasNaN = true }
      if x > largest { largest = x }
    }
    if largest.isInfinite { return largest }
    if hasNaN { return .nan }
    if largest == 0 || vector.count <= 1 { return largest }
    if largest < Double.leastNormalMagnitude {
      return Double.leastNormalMagnitude * norm(vector.map { $0 / Double.leastNormalMagnitude })
    }
    let scale = scalbn(1, -(Int32(largest.exponent) + 1))
    var sum = 1.0
    var errors = (0.0, 0.0)
    func add(_ x: Double, _ y: Double) {
      let product = DoubleLength(product: x, y)
      let total = DoubleLength(fastSum: sum, product.high)
      sum = total.high
      errors.0 += product.low
      errors.1 += total.low
    }
    for x in vector { add(x * scale, x * scale) }
    var root = (sum - 1 + (errors.0 + errors.1)).squareRoot()
    add(-root, root)
    root += (sum - 1 + (errors.0 + errors.1)) / (2 * root)
    return root / scale
  }
}
