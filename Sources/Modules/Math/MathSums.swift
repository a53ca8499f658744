import Glibc
import Runtime

extension MathModule {
  /// Sums and products of iterables.
  static let sums: [NativeFunctionSpec] = [
    .init("fsum(seq, /)", "The sum of floats, rounded once.") { t, a throws(Raised) in
      var sum = ExactSum()
      let iterator = try t.iterator(of: a[0])
      while true {
        let item = try t.next(iterator)
        if item.isNull { break }
        guard sum.add(try t.asDouble(item)) else { throw t.raise(t.types.overflowError, "intermediate overflow in fsum") }
      }
      if sum.infinities.isNaN { throw t.raise(t.types.valueError, "-inf + inf in fsum") }
      return try t.float(sum.special != 0 || sum.special.isNaN ? sum.special : sum.rounded)
    },
    .init("prod(iterable, /, *, start=1)", "The product of the items and `start`.") { t, a throws(Raised) in
      var result = a[1]
      let iterator = try t.iterator(of: a[0])
      while true {
        let item = try t.next(iterator)
        if item.isNull { return result }
        result = try t.binary(.multiply, result, item)
      }
    },
    .init("sumprod(p, q, /)", "The sum of the products of the items of two iterables of the same length.") { t, a throws(Raised) in
      try MathModule.sumOfProducts(t, try t.iterator(of: a[0]), try t.iterator(of: a[1]))
    },
  ]

  /// Ints at the beginning are summed as such; then float products are summed in triple length and rounded once, as long as all items are floats or
  /// ints and the sum is finite; then generically.
  private static func sumOfProducts(_ t: Thread, _ p: Value, _ q: Value) throws(Raised) -> Value {
    var total = Value(small: 0)
    var floats = TripleLength()
    var usesFloats = false
    var areIntsValid = true
    var areFloatsValid = true
    while true {
      let x = try t.next(p)
      let y = try t.next(q)
      if x.isNull != y.isNull { throw t.raise(t.types.valueError, "Inputs are not the same length") }
      if x.isNull { break }
      areIntsValid = areIntsValid && x.isInt && y.isInt
      let isNumeric = (x.isDouble || x.isSmallInt) && (y.isDouble || y.isSmallInt) && (x.isDouble || y.isDouble)
      if !areIntsValid && areFloatsValid {
        var sum = floats
        if isNumeric { sum.addProduct(try t.asDouble(x), try t.asDouble(y)) }
        if isNumeric && sum.isFinite {
          floats = sum
          usesFloats = true
          continue
        }
        areFloatsValid = false
        if usesFloats { total = try t.binary(.add, total, try t.float(floats.rounded)) }
        usesFloats = false
      }
      total = try t.binary(.add, total, try t.binary(.multiply, x, y))
    }
    return usesFloats ? try t.binary(.add, total, try t.float(floats.rounded)) : total
  }
}

/// A sum of doubles kept as partial sums that do not overlap (Shewchuk, "Adaptive Precision Floating-Point Arithmetic", 1997).
private struct ExactSum {
  private var partials: [Double] = []
  /// Sum of the infinities and NaNs among the items; 0 while there is none.
  private(set) var special = 0.0
  private(set) var infinities = 0.0

  /// False if a partial sum overflowed.
  mutating func add(_ item: Double) -> Bool {
    var x = item
    var kept = 0
    for i in 0..<partials.count {
      var y = partials[i]
      if x.magnitude < y.magnitude { swap(&x, &y) }
      let sum = DoubleLength(fastSum: x, y)
      if sum.low != 0 {
        partials[kept] = sum.low
        kept += 1
      }
      x = sum.high
    }
    partials.removeLast(partials.count - kept)
    if x == 0 { return true }
    if x.isFinite {
      partials.append(x)
      return true
    }
    if item.isFinite { return false }
    if item.isInfinite { infinities += item }
    special += item
    partials.removeAll()
    return true
  }

  /// The sum rounded half to even.
  var rounded: Double {
    var n = partials.count
    if n == 0 { return 0 }
    n -= 1
    var high = partials[n]
    var low = 0.0
    while n > 0 {
      n -= 1
      let sum = DoubleLength(fastSum: high, partials[n])
      high = sum.high
      low = sum.low
      if low != 0 { break }
    }
    // A half way case is decided by the partials below.
    if n > 0 && (low < 0 && partials[n - 1] < 0 || low > 0 && partials[n - 1] > 0) {
      let twice = low * 2
      let x = high + twice
      if x - high == twice { high = x }
    }
    return high
  }
}

/// A sum of products with three doubles' worth of digits (Ogita, Rump, Oishi, "Accurate Sum and Dot Product", 2005).
private struct TripleLength {
  private var high = 0.0
  private var low = 0.0
  private var tiny = 0.0

  mutating func addProduct(_ x: Double, _ y: Double) {
    let product = DoubleLength(product: x, y)
    let sum = DoubleLength(sum: high, product.high)
    let first = DoubleLength(sum: low, product.low)
    let second = DoubleLength(sum: first.high, sum.low)
    high = sum.high
    low = second.high
    tiny += first.low + second.low
  }

  var isFinite: Bool { high.isFinite }

  var rounded: Double {
    let last = DoubleLength(sum: tiny, low)
    let total = DoubleLength(sum: last.high, high)
    return total.high + (last.low + total.low)
  }
}
