import Glibc
import Runtime

extension RandomModule {
  static let integers: [NativeFunctionSpec] = [
    .init("randbytes(self, n)", "n random bytes.") { t, a throws(Raised) in
      let product = try t.binary(.multiply, a[1], Value(small: 8))
      if t.has(.randomBitsByUnsignedLong) { try RandomModule.checkUnsigned(t, product) }
      if t.has(.randomBitsByLong), IntOperand(try t.asIndexObject(product)).isNegative { throw t.raise(.negativeRandomBits) }
      let count = t.has(.randomBitsByLong) ? try t.asIndex(product) : try t.cInt(product)
      if count < 0 { throw t.raise(.negativeRandomBits) }
      let n = count / 8
      let number = IntOperand(try RandomSource(t, a[0]).bits(count))
      let result = try t.newBytes(count: n)
      for i in 0..<n { result.bytes[i] = UInt8(truncatingIfNeeded: number.window(from: i * 8)) }
      return Value(result)
    },
    .init("randrange(self, start, stop=None, step=1, <_int=int>)", "A random item of range(start, stop, step).") { t, a throws(Raised) in
      if a[4].isNull { return try RandomModule.range(t, a[0], a[1], a[2], a[3]) }
      return try RandomModule.range(t, a, by: a[4])
    },
    .init("randint(self, a, b)", "A random int from a to b, both included.") { t, a throws(Raised) in
      if t.has(.randomIntByItself) { return try RandomModule.intBetween(t, a[0], a[1], a[2]) }
      let end = a[2].isSmallInt ? try t.int(a[2].smallInt + 1) : try t.binary(.add, a[2], Value(small: 1))
      return try RandomModule.range(t, a[0], a[1], end, Value(small: 1), warns: false)
    },
  ]

  /// `randrange` with a function that makes ints of the arguments: of the step only if it is not 1.
  private static func range(_ t: Thread, _ a: Slots, by convert: Value) throws(Raised) -> Value {
    func converted(_ v: Value, _ message: StaticString) throws(Raised) -> Value {
      let n = try t.call(convert, v)
      if try !t.equals(n, v) { throw t.raise(t.types.valueError, message) }
      return n
    }
    let start = try converted(a[1], "non-integer arg 1 for randrange()")
    if a[2].isNone {
      _ = try t.compare(.greater, start, Value(small: 0))
      return try range(t, a[0], start, a[2], a[3])
    }
    let stop = try converted(a[2], "non-integer stop for randrange()")
    _ = try t.binary(.subtract, stop, start)
    let isOne = try t.equals(a[3], Value(small: 1))
    return try range(t, a[0], start, stop, isOne ? Value(small: 1) : try converted(a[3], "non-integer step for randrange()"))
  }

  /// An argument of randrange(): an int, at some levels any number that int() does not change.
  private static func integer(_ t: Thread, _ v: Value, _ message: StaticString, warns: Bool) throws(Raised) -> Value {
    if v.isSmallInt || t.typeOf(v) == t.types.int || t.has(.randomIntegersByIndex) { return try t.asIndexObject(v) }
    guard t.has(.randomIntegerWarnings) else { return try wholeNumber(t, v, message, warns: false) }
    do throws(Raised) { return try t.asIndexObject(v) } catch {
      guard t.matches(t.exception, t.types.typeError) else { throw error }
    }
    let context = t.takeException()
    do throws(Raised) { return try wholeNumber(t, v, message, warns: warns) } catch {
      let raised: Ref<ExceptionObject> = t.exception.unchecked()
      if raised.context.isNull { raised.context = context }
      throw error
    }
  }

  /// A number that int() does not change, as an int.
  private static func wholeNumber(_ t: Thread, _ v: Value, _ message: StaticString, warns: Bool) throws(Raised) -> Value {
    let n = try t.call(Value(t.types.int), v)
    let isSame = try t.equals(n, v)
    if warns {
      try t.warn(
        t.types.deprecationWarning,
        isSame
          ? "non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a subsequent version"
          : "randrange() will raise TypeError in the future")
    }
    if !isSame { throw t.raise(t.types.valueError, message) }
    return n
  }

  /// `randint` from 3.14 on.
  private static func intBetween(_ t: Thread, _ me: Value, _ first: Value, _ last: Value) throws(Raised) -> Value {
    let first = try t.asIndexObject(first)
    let last = try t.asIndexObject(last)
    let width = try t.intAdd(IntOperand(try t.intSubtract(IntOperand(last), IntOperand(first))), IntOperand(1))
    if !isPositive(width) { throw t.raise(t.types.valueError, "empty range in randint(%S, %S)", first, last) }
    return try t.intAdd(IntOperand(first), IntOperand(try RandomSource(t, me).below(width)))
  }

  private static func range(
    _ t: Thread, _ me: Value, _ start: Value, _ stop: Value, _ step: Value, warns: Bool = true
  ) throws(Raised) -> Value {
    let source = RandomSource(t, me)
    if start.isSmallInt && stop.isSmallInt && step == Value(small: 1) {
      let width = stop.smallInt - start.smallInt
      if width > 0 { return try t.int(start.smallInt + (try source.below(width))) }
    }
    let first = try integer(t, start, "non-integer arg 1 for randrange()", warns: warns)
    if stop.isNone {
      if step != Value(small: 1), t.has(.randomStopRequired) { throw t.raise(t.types.typeError, "Missing a non-None stop argument") }
      if isPositive(first) { return try source.below(first) }
      throw t.raise(t.types.valueError, "empty range for randrange()")
    }
    let last = try integer(t, stop, "non-integer stop for randrange()", warns: warns)
    let width = try t.intSubtract(IntOperand(last), IntOperand(first))
    let stepObject = try integer(t, step, "non-integer step for randrange()", warns: warns)
    if stepObject == Value(small: 1) {
      if isPositive(width) { return try t.intAdd(IntOperand(first), IntOperand(try source.below(width))) }
      if t.has(.randomIntegersByIndex) { throw t.raise(.emptyRandomRange, start, stop) }
      throw t.raise(.emptyRandomRange, first, last, width)
    }
    let operand = IntOperand(stepObject)
    if operand.count == 0 { throw t.raise(t.types.valueError, "zero step for randrange()") }
    let towards = try t.intAdd(IntOperand(width), operand)
    let adjusted = try t.intAdd(IntOperand(towards), IntOperand(operand.isNegative ? 1 : -1))
    let count = try t.intDivide(IntOperand(adjusted), operand).first
    if !isPositive(count) { throw t.raise(.emptyRandomSteps, start, stop, step) }
    let steps = try source.below(count)
    return try t.intAdd(IntOperand(first), IntOperand(try t.intMultiply(operand, IntOperand(steps))))
  }

  private static func isPositive(_ v: Value) -> Bool {
    let operand = IntOperand(v)
    return operand.count > 0 && !operand.isNegative
  }

  static let sequences: [NativeFunctionSpec] = [
    .init("choice(self, seq)", "A random item of a sequence that is not empty.") { t, a throws(Raised) in
      let n = try RandomModule.choiceLength(t, a[1])
      if n == 0, t.has(.randomChoiceByIndex) { return try t.getItem(a[1], Value(small: 0)) }
      if n == 0 {
        let raised = t.raise(t.types.indexError, "Cannot choose from an empty sequence")
        throw t.has(.randomChoiceByError) ? t.inHandler(of: t.types.valueError, raised) : raised
      }
      return try t.getItem(a[1], Value(small: try RandomSource(t, a[0]).below(n)))
    },
    .init("shuffle(self, x, <random=None>)", "Puts the items of a list into random order.") { t, a throws(Raised) in
      if !a[2].isNone {
        try RandomModule.shuffle(t, a[1], by: a[2])
        return .none
      }
      let source = RandomSource(t, a[0])
      let n = try t.length(a[1])
      let list: Ref<ListObject>? = t.typeOf(a[1]) == t.types.list ? a[1].unchecked() : nil
      for i in stride(from: n - 1, to: 0, by: -1) {
        let j = try source.below(i + 1)
        if let list, list.count == n {
          (list.items[i], list.items[j]) = (list.items[j], list.items[i])
        } else {
          let (x, y) = (try t.getItem(a[1], Value(small: j)), try t.getItem(a[1], Value(small: i)))
          try t.setItem(a[1], Value(small: i), x)
          try t.setItem(a[1], Value(small: j), y)
        }
      }
      return .none
    },
    .init("sample(self, population, k, *, counts=None)", "k items of a sequence, no position twice, in random order.") { t, a throws(Raised) in
      try RandomModule.sample(t, a[0], a[1], a[2], counts: a[3])
    },
    .init(
      "choices(self, population, weights=None, *, cum_weights=None, k=1)", "A list of k items, each chosen anew, with weights if they are given."
    ) { t, a throws(Raised) in try RandomModule.choices(t, a[0], a[1], weights: a[2], cumulative: a[3], k: a[4]) },
  ]

  /// The length of what choice() chooses from; where an error tells that it is empty, any ValueError does.
  private static func choiceLength(_ t: Thread, _ sequence: Value) throws(Raised) -> Int {
    do throws(Raised) { return try t.length(sequence) } catch {
      guard t.has(.randomChoiceByError), t.matches(t.exception, t.types.valueError) else { throw error }
      let context = t.takeException()
      let raised = t.raise(t.types.indexError, "Cannot choose from an empty sequence")
      let exception: Ref<ExceptionObject> = t.exception.unchecked()
      exception.context = context
      throw raised
    }
  }

  /// `shuffle` with a function for random numbers.
  private static func shuffle(_ t: Thread, _ v: Value, by random: Value) throws(Raised) {
    if t.has(.randomDeprecations) {
      try t.warn(
        t.types.deprecationWarning,
        "The *random* parameter to shuffle() has been deprecated\nsince Python 3.9 and will be removed in a subsequent version.")
    }
    let floor = try t.getAttribute(try t.importModule(try t.intern("math")), try t.intern("floor"))
    let whole = t.has(.randomShuffleByInt) ? Value(t.types.int) : floor
    for i in stride(from: try t.length(v) - 1, to: 0, by: -1) {
      let j = try t.call(whole, try t.binary(.multiply, try t.call(random), Value(small: i + 1)))
      let (x, y) = (try t.getItem(v, j), try t.getItem(v, Value(small: i)))
      try t.setItem(v, Value(small: i), x)
      try t.setItem(v, j, y)
    }
  }

  private static func isSequence(_ t: Thread, _ v: Value) throws(Raised) -> Bool {
    switch v.kind {
    case .list, .tuple, .str, .bytes, .bytearray, .range: return true
    default: return try t.isInstance(v, ofABC: try CollectionsABC.named(t, "Sequence"))
    }
  }

  private static func sample(_ t: Thread, _ me: Value, _ population: Value, _ k: Value, counts: Value) throws(Raised) -> Value {
    guard try isSequence(t, population) else {
      if t.has(.randomSampleOfSets), try t.isInstance(population, ofABC: try CollectionsABC.named(t, "Set")) {
        if t.has(.randomDeprecations) {
          try t.warn(
            t.types.deprecationWarning, "Sampling from a set deprecated\nsince Python 3.9 and will be removed in a subsequent version.")
        }
        return try sample(t, me, try t.call(Value(t.types.tuple), population), k, counts: counts)
      }
      throw t.raise(.populationNotSequence)
    }
    let n = try t.length(population)
    if counts.isNone {
      return Value(try sample(t, me, of: population, count: n, try sampleSize(t, k, n)) { (i) throws(Raised) in try t.getItem(population, Value(small: i)) })
    }
    let sums = try runningSums(t, counts)
    if sums.count != n { throw t.raise(t.types.valueError, "The number of counts does not match the population") }
    let total = n == 0 ? Value(small: 0) : sums.items[n - 1]
    guard total.isInt else { throw t.raise(t.types.typeError, "Counts must be integers") }
    let size = try t.asIndex(total)
    if size <= 0 { throw t.raise(t.types.valueError, "Total of counts must be greater than zero") }
    return Value(
      try sample(t, me, count: size, try sampleSize(t, k, size)) { (i) throws(Raised) in
        try t.getItem(population, Value(small: try bisect(t, sums, Value(small: i), sums.count - 1)))
      })
  }

  /// How many items sample() takes of `n`: compared before it is used as a number.
  private static func sampleSize(_ t: Thread, _ k: Value, _ n: Int) throws(Raised) -> Int {
    if k.isSmallInt { return k.smallInt }
    let fits = try t.truth(try t.compare(.lessOrEqual, Value(small: 0), k))
    guard fits, try t.truth(try t.compare(.lessOrEqual, k, Value(small: n))) else {
      throw t.raise(t.types.valueError, "Sample larger than population or is negative")
    }
    if !t.isInt(k), t.lookupSpecial(k, .__index__).isNull {
      throw t.raise(t.types.typeError, "can't multiply sequence by non-int of type '%T'", k)
    }
    return try t.asIndex(k)
  }

  /// k of the positions below `count`, as what `item` makes of them.
  /// - Parameter population: if it is given, a list is made of it where that takes less room than remembering what was chosen.
  private static func sample(
    _ t: Thread, _ me: Value, of population: Value = .null, count n: Int, _ k: Int, _ item: (Int) throws(Raised) -> Value
  ) throws(Raised) -> Ref<ListObject> {
    if k < 0 || k > n { throw t.raise(t.types.valueError, "Sample larger than population or is negative") }
    let source = RandomSource(t, me)
    // What is remembered beside the result is not in the heap.
    try t.checkRoom(bytes: k.multipliedReportingOverflow(by: 32).overflow ? Int.max : 32 * k)
    let result = try t.list()
    // From here on a set of what was chosen takes less room than a list of everything.
    var limit = 21.0
    if k > 5 { limit += pow(4, ceil(log(Double(k * 3)) / log(4))) }
    if Double(n) <= limit {
      let items = population.isNull ? nil : try t.newList(of: population)
      var pool = Array(0..<n)
      for i in 0..<k {
        let j = try source.below(n - i)
        try t.pollNative()
        if let items {
          if pool[j] >= items.count { throw t.raise(t.types.indexError, "list index out of range") }
          try t.append(result, items.items[pool[j]])
        } else {
          try t.append(result, try item(pool[j]))
        }
        pool[j] = pool[n - i - 1]
      }
    } else {
      var chosen = Set<Int>()
      for _ in 0..<k {
        var j = try source.below(n)
        try t.pollNative()
        while !chosen.insert(j).inserted { j = try source.below(n) }
        try t.append(result, try item(j))
      }
    }
    return result
  }

  private static func runningSums(_ t: Thread, _ weights: Value) throws(Raised) -> Ref<ListObject> {
    let sums = try t.list()
    let iterator = try t.iterator(of: weights)
    while true {
      let item = try t.next(iterator)
      if item.isNull { return sums }
      try t.append(sums, sums.count == 0 ? item : try t.binary(.add, sums.items[sums.count - 1], item))
    }
  }

  /// The first position up to `high` whose sum is above `x`.
  private static func bisect(_ t: Thread, _ sums: Ref<ListObject>, _ x: Value, _ high: Int) throws(Raised) -> Int {
    var low = 0
    var high = high
    while low < high {
      let middle = (low + high) / 2
      if try t.isLess(x, sums.items[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func choices(
    _ t: Thread, _ me: Value, _ population: Value, weights: Value, cumulative: Value, k: Value
  ) throws(Raised) -> Value {
    let source = RandomSource(t, me)
    let n = try t.length(population)
    var sums = cumulative
    if cumulative.isNone {
      if weights.isInt, t.has(.randomWeightsChecked) {
        throw t.inHandler(
          of: t.types.typeError, t.raise(t.types.typeError, "The number of choices must be a keyword argument: k=%S", weights))
      }
      if !weights.isNone { sums = Value(try runningSums(t, weights)) }
    } else if !weights.isNone {
      throw t.raise(t.types.typeError, "Cannot specify both weights and cumulative weights")
    }
    let result = try t.list()
    if sums.isNone {
      let count = try t.sizeArgument(k)
      for _ in 0..<max(0, count) {
        try t.append(result, try t.getItem(population, Value(small: Int(floor(try source.random() * Double(n))))))
      }
      return Value(result)
    }
    if try t.length(sums) != n { throw t.raise(t.types.valueError, "The number of weights does not match the population") }
    let total = try t.binary(.add, try t.getItem(sums, Value(small: -1)), Value(nonNaN: 0))
    if t.has(.randomWeightsChecked), try t.truth(try t.compare(.lessOrEqual, total, Value(nonNaN: 0))) {
      throw t.raise(t.types.valueError, "Total of weights must be greater than zero")
    }
    if t.has(.randomWeightsFinite), !(try t.asDouble(total)).isFinite { throw t.raise(t.types.valueError, "Total of weights must be finite") }
    let count = try t.sizeArgument(k)
    let list = try t.list(from: sums)
    for _ in 0..<max(0, count) {
      let x = try t.binary(.multiply, try t.float(try source.random()), total)
      try t.append(result, try t.getItem(population, Value(small: try bisect(t, list, x, n - 1))))
    }
    return Value(result)
  }
}
