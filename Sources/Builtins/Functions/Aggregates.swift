import Runtime

/// Functions over all items of an iterable.
enum Aggregates {
  static let functions: [NativeFunctionSpec] = [
    .init("all(iterable, /)", "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True.") {
      t, a throws(Raised) in
      let iterator = try t.iterator(of: a[0])
      while true {
        let item = try t.next(iterator)
        if item.isNull { return .true }
        if try !t.truth(item) { return .false }
      }
    },
    .init("any(iterable, /)", "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.") {
      t, a throws(Raised) in
      let iterator = try t.iterator(of: a[0])
      while true {
        let item = try t.next(iterator)
        if item.isNull { return .false }
        if try t.truth(item) { return .true }
      }
    },
    .init(
      "sum(iterable, /, start=0)",
      "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\nWhen the iterable is empty, return the start value.\nThis function is intended specifically for use with numeric values and may\nreject non-numeric types."
    ) { t, a throws(Raised) in try Aggregates.sum(t, a[0], a[1]) },
    .init(
      "sorted(*args, **kwargs)",
      "Return a new list containing all items from the iterable in ascending order.\n\nA custom key function can be supplied to customize the sort order, and the\nreverse flag can be set to request the result in descending order."
    ) { t, a throws(Raised) in try Aggregates.sorted(t, a[0].unchecked(), a[1]) },
    .init(
      "max(*args, key=None, default=<unrepresentable>)",
      "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its biggest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the largest argument."
    ) { t, a throws(Raised) in try Aggregates.extreme(t, a, .greater) },
    .init(
      "min(*args, key=None, default=<unrepresentable>)",
      "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its smallest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the smallest argument."
    ) { t, a throws(Raised) in try Aggregates.extreme(t, a, .less) },
  ]

  /// The keywords are for `list.sort`, which words the errors about them.
  private static func sorted(_ t: Thread, _ args: Ref<TupleObject>, _ keywords: Value) throws(Raised) -> Value {
    if args.count != 1 { throw t.raise(t.types.typeError, "sorted expected 1 argument, got %S", Value(small: args.count)) }
    let list = try t.list(from: args.items[0])
    _ = try t.call(try t.getAttribute(Value(list), t.name(.sort)), tuple: t.interpreter.emptyTuple, dict: keywords)
    return Value(list)
  }

  // MARK: - min and max

  /// The largest (`.greater`) or smallest (`.less`) of the arguments, or of the items of the only one.
  private static func extreme(_ t: Thread, _ a: Slots, _ op: CompareOperator) throws(Raised) -> Value {
    let args: Ref<TupleObject> = a[0].unchecked()
    let name: Value = try t.str(op == .greater ? "max" : "min")
    if args.count == 0 { throw t.raise(.extremeWithoutArgument, name) }
    if args.count > 1 && !a[2].isNull {
      throw t.raise(t.types.typeError, "Cannot specify a default for %S() with multiple positional arguments", name)
    }
    let iterator = try t.iterator(of: args.count > 1 ? a[0] : args.items[0])
    var best = Value.null
    var bestKey = Value.null
    while true {
      let item = try t.next(iterator)
      if item.isNull { break }
      let key = a[1].isNone ? item : try t.call(a[1], item)
      if best.isNull {
        best = item
        bestKey = key
      } else if try isBetter(t, key, bestKey, op) {
        best = item
        bestKey = key
      }
    }
    if !best.isNull { return best }
    if !a[2].isNull { return a[2] }
    throw t.raise(.maxOfNothing, name)
  }

  @inline(__always)
  private static func isBetter(_ t: Thread, _ a: Value, _ b: Value, _ op: CompareOperator) throws(Raised) -> Bool {
    if Value.bothSmallInts(a, b) { return op == .less ? a.smallInt < b.smallInt : a.smallInt > b.smallInt }
    return try t.truth(try t.compare(op, a, b))
  }

  // MARK: - sum

  private static func sum(_ t: Thread, _ iterable: Value, _ start: Value) throws(Raised) -> Value {
    let iterator = try t.iterator(of: iterable)
    switch start.kind {
    case .str: throw t.raise(t.types.typeError, "sum() can't sum strings [use ''.join(seq) instead]")
    case .bytes: throw t.raise(t.types.typeError, "sum() can't sum bytes [use b''.join(seq) instead]")
    case .bytearray: throw t.raise(t.types.typeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
    default: break
    }
    var total = start
    // Ints first, floats behind them, complex numbers last; what comes in another order is added as anything is.
    if t.typeOf(total) == t.types.int, let first = IntOperand(total).asInt, let done = try sumInts(t, iterator, first, &total) { return done }
    if total.isDouble, let done = try sumFloats(t, iterator, &total) { return done }
    if total.isKind(.complex), t.has(.compensatedComplexSum), let done = try sumComplex(t, iterator, &total) { return done }
    while true {
      let item = try t.next(iterator)
      if item.isNull { return total }
      total = try t.binary(.add, total, item)
    }
  }

  /// Adds ints while the sum fits 64 bits. Returns the sum at the end; nil if another item came, which is added already.
  private static func sumInts(_ t: Thread, _ iterator: Value, _ first: Int, _ total: inout Value) throws(Raised) -> Value? {
    var sum = first
    while true {
      let item = try t.next(iterator)
      if item.isNull { return try t.int(sum) }
      if item.isSmallInt || item.isBool {
        let (next, overflow) = sum.addingReportingOverflow(item.isSmallInt ? item.smallInt : item.isTrue ? 1 : 0)
        if !overflow {
          sum = next
          continue
        }
      }
      total = try t.binary(.add, try t.int(sum), item)
      return nil
    }
  }

  /// A sum of floats with what its roundings lost (Neumaier), where the level makes up for that.
  private struct FloatSum {
    var high: Double
    private var low = 0.0
    let isCompensated: Bool

    init(_ start: Double, isCompensated: Bool) {
      high = start
      self.isCompensated = isCompensated
    }

    @inline(__always)
    mutating func add(_ x: Double) {
      let sum = high + x
      if isCompensated { low += abs(high) >= abs(x) ? (high - sum) + x : (x - sum) + high }
      high = sum
    }

    var total: Double { low != 0 && low.isFinite ? high + low : high }
  }

  /// Adds floats; as above.
  private static func sumFloats(_ t: Thread, _ iterator: Value, _ total: inout Value) throws(Raised) -> Value? {
    var sum = FloatSum(total.double, isCompensated: t.has(.compensatedSum))
    let compensatesInts = t.has(.compensatedComplexSum)
    while true {
      let item = try t.next(iterator)
      if item.isNull { return try t.float(sum.total) }
      if item.isDouble {
        sum.add(item.double)
      } else if item.isSmallInt || item.isBool {
        let x = item.isSmallInt ? Double(item.smallInt) : item.isTrue ? 1 : 0
        if compensatesInts { sum.add(x) } else { sum.high += x }
      } else {
        total = try t.binary(.add, try t.float(sum.total), item)
        return nil
      }
    }
  }

  /// Adds complex numbers and reals part by part; as above.
  private static func sumComplex(_ t: Thread, _ iterator: Value, _ total: inout Value) throws(Raised) -> Value? {
    let start = try t.complexParts(total)
    var real = FloatSum(start.0, isCompensated: true)
    var imaginary = FloatSum(start.1, isCompensated: true)
    while true {
      let item = try t.next(iterator)
      if item.isNull { return try t.complex(real.total, imaginary.total) }
      if item.isKind(.complex), item.object.type == t.types.complex {
        let parts = try t.complexParts(item)
        real.add(parts.0)
        imaginary.add(parts.1)
      } else if item.isDouble || item.isSmallInt || item.isBool {
        real.add(try t.realDouble(item))
      } else {
        total = try t.binary(.add, try t.complex(real.total, imaginary.total), item)
        return nil
      }
    }
  }
}
