import Runtime

extension Collections {
  static let counter = TypeSpec(
    "collections.Counter",
    doc: "Dict subclass for counting hashable items.  Sometimes called a bag or multiset.",
    functions: counterCounting + counterAccess + counterComparisons + counterArithmetic + counterInPlace)

  // MARK: Counting

  /// Whether `cls` reads and writes items as dict does, so that counting may work on the table itself.
  private static func isPlain(_ t: Thread, _ cls: Ref<TypeObject>) -> Bool {
    t.lookup(cls, .__setitem__) == t.lookup(t.types.dict, .__setitem__) && t.lookup(cls, .get) == t.lookup(t.types.dict, .get)
  }

  private static func plus(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    Value.bothSmallInts(a, b) ? try t.int(a.smallInt + b.smallInt) : try t.binary(.add, a, b)
  }

  /// Adds 1 for each element.
  private static func countElements(_ t: Thread, _ me: Value, _ iterable: Value) throws(Raised) {
    let source = try t.iterator(of: iterable)
    let one = Value(small: 1)
    let plain = isPlain(t, t.typeOf(me))
    let dict = me.unchecked(as: DictObject.self)
    while true {
      let element = try t.next(source)
      if element.isNull { return }
      if plain {
        let hash = try t.hash(element)
        let n = try t.dictFind(dict, element, hash)
        if n >= 0 {
          let sum = try plus(t, dict.entryBase[n].value, one)
          try t.dictSet(dict, element, sum, hash: hash)
        } else {
          try t.dictInsertNew(dict, element, one, hash)
        }
      } else {
        let old = try t.callMethod(me, .get, element, Value(small: 0))
        try t.setItem(me, element, try plus(t, old, one))
      }
    }
  }

  /// `self[element] op= count` for all items of a mapping, or 1 for each element of an iterable.
  private static func combine(_ t: Thread, _ me: Value, _ other: Value, _ op: BinaryOperator) throws(Raised) {
    if other.isNone { return }
    let isMapping = try other.isKind(.dict) ? true : t.isInstance(other, ofABC: try CollectionsABC.named(t, "Mapping"))
    if !isMapping {
      if op == .add { return try countElements(t, me, other) }
      let source = try t.iterator(of: other)
      while true {
        let element = try t.next(source)
        if element.isNull { return }
        let old = try t.callMethod(me, .get, element, Value(small: 0))
        try t.setItem(me, element, try t.binary(op, old, Value(small: 1)))
      }
    }
    if op == .add && me.unchecked(as: DictObject.self).count == 0 {
      _ = try t.call(t.lookup(t.types.dict, .update), me, other)
      return
    }
    let items = try t.iterator(of: try t.callMethod(other, .items))
    while true {
      let item = try t.next(items)
      if item.isNull { return }
      let pair = try t.items(of: item, count: 2)
      let old = try t.callMethod(me, .get, pair[0], Value(small: 0))
      try t.setItem(me, pair[0], op == .add ? try plus(t, pair[1], old) : try t.binary(op, old, pair[1]))
    }
  }

  private static func combine(_ t: Thread, _ a: Slots, _ op: BinaryOperator) throws(Raised) -> Value {
    try combine(t, a[0], a[1], op)
    if a[2].unchecked(as: DictObject.self).count > 0 { try combine(t, a[0], a[2], op) }
    return .none
  }

  private static let counterCounting: [NativeFunctionSpec] = [
    NativeFunctionSpec("__init__(self, iterable=None, /, **kwds)", "Create a new, empty Counter object.  And if given, count elements.") {
      t, a throws(Raised) in
      _ = try t.call(t.lookup(t.types.dict, .__init__), a[0])
      return try combine(t, a, .add)
    },
    NativeFunctionSpec("update(self, iterable=None, /, **kwds)", "Like dict.update() but add counts instead of replacing them.") { t, a throws(Raised) in
      try combine(t, a, .add)
    },
    NativeFunctionSpec("subtract(self, iterable=None, /, **kwds)", "Like dict.update() but subtracts counts instead of replacing them.") {
      t, a throws(Raised) in try combine(t, a, .subtract)
    },
    NativeFunctionSpec("__missing__(self, key)", "The count of elements not in the Counter is zero.") { _, _ throws(Raised) in Value(small: 0) },
    NativeFunctionSpec("fromkeys(cls, iterable, v=None)", binding: .classMethod) { t, _ throws(Raised) in
      throw t.raise(t.types.notImplementedError, "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")
    },
  ]

  // MARK: Access

  /// The items as a list of pairs, largest count first, equal ones in their order.
  private static func sortedItems(_ t: Thread, _ me: Value) throws(Raised) -> Ref<ListObject> {
    let pairs = try t.list(from: try t.callMethod(me, .items))
    let counts = try t.dict()
    let getter = try t.call(try t.getAttribute(try t.importModule(try t.str("operator")), try t.intern("itemgetter")), Value(small: 1))
    try t.dictSet(counts, t.name(.key), getter)
    try t.dictSet(counts, t.name(.reverse), .true)
    _ = try t.call(try t.getAttribute(Value(pairs), .sort), tuple: t.interpreter.emptyTuple, dict: Value(counts))
    return pairs
  }

  private static let counterAccess: [NativeFunctionSpec] = [
    NativeFunctionSpec("total(self)", "Sum of the counts") { t, a throws(Raised) in
      var sum = Value(small: 0)
      let values = try t.iterator(of: try t.callMethod(a[0], .values))
      while true {
        let count = try t.next(values)
        if count.isNull { return sum }
        sum = try plus(t, sum, count)
      }
    },
    NativeFunctionSpec(
      "most_common(self, n=None)", "List the n most common elements and their counts from the most common to the least.") { t, a throws(Raised) in
      if a[1].isNone { return Value(try sortedItems(t, a[0])) }
      let second = try t.call(try t.getAttribute(try t.importModule(try t.str("operator")), try t.intern("itemgetter")), Value(small: 1))
      return try Heapq.firstSorted(t, a[1], try t.callMethod(a[0], .items), key: second, reverse: true)
    },
    NativeFunctionSpec("elements(self)", "Iterator over elements repeating each as many times as its count.") { t, a throws(Raised) in
      let itertools = try t.importModule(try t.str("itertools"))
      let repeated = try t.call(
        try t.getAttribute(itertools, try t.intern("starmap")), try t.getAttribute(itertools, try t.intern("repeat")),
        try t.callMethod(a[0], .items))
      let chain = try t.getAttribute(itertools, try t.intern("chain"))
      return try t.call(try t.getAttribute(chain, try t.intern("from_iterable")), repeated)
    },
    NativeFunctionSpec("copy(self)", "Return a shallow copy.") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[0])), a[0]) },
    NativeFunctionSpec("__reduce__(self)") { t, a throws(Raised) in
      try t.tuple(Value(t.typeOf(a[0])), try t.tuple(try t.call(Value(t.types.dict), a[0])))
    },
    NativeFunctionSpec("__delitem__(self, elem)", "Like dict.__delitem__() but does not raise KeyError for missing values.") { t, a throws(Raised) in
      _ = try t.dictDelete(a[0].unchecked(), a[1])
      return .none
    },
    NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in
      let name = t.typeOf(a[0]).name
      if a[0].unchecked(as: DictObject.self).count == 0 { return try t.text("%S()", name) }
      try t.enterRecursive(" while getting the repr of an object")
      defer { t.leaveRecursive() }
      let ordered = try t.dict()
      do throws(Raised) {
        let pairs = try sortedItems(t, a[0])
        for i in 0..<pairs.count {
          let pair = try t.items(of: pairs.items[i], count: 2)
          try t.dictSet(ordered, pair[0], pair[1])
        }
      } catch {
        // Counts that cannot be ordered: as they come.
        guard t.matches(t.exception, t.types.typeError) else { throw error }
        _ = t.takeException()
        return try t.text("%S(%R)", name, try t.call(Value(t.types.dict), a[0]))
      }
      return try t.text("%S(%R)", name, Value(ordered))
    },
  ]

  // MARK: Comparison

  private static func isCounter(_ t: Thread, _ v: Value) throws(Raised) -> Bool { t.isInstance(v, of: try named(t, "Counter")) }

  /// Whether `op` holds between the counts of every element of either.
  private static func allCounts(_ t: Thread, _ a: Slots, _ op: CompareOperator) throws(Raised) -> Bool {
    for side in 0...1 {
      let elements = try t.list(from: a[side])
      for i in 0..<elements.count {
        let left = try t.getItem(a[0], elements.items[i])
        let right = try t.getItem(a[1], elements.items[i])
        if try !t.truth(try t.compare(op, left, right)) { return false }
      }
    }
    return true
  }

  private static let counterComparisons: [NativeFunctionSpec] = [
    NativeFunctionSpec("__eq__(self, other)", "True if all counts agree. Missing counts are treated as zero.") { t, a throws(Raised) in
      try isCounter(t, a[1]) ? Value(try allCounts(t, a, .equal)) : .notImplemented
    },
    NativeFunctionSpec("__ne__(self, other)", "True if any counts disagree. Missing counts are treated as zero.") { t, a throws(Raised) in
      try isCounter(t, a[1]) ? Value(try !allCounts(t, a, .equal)) : .notImplemented
    },
    NativeFunctionSpec("__le__(self, other)", "True if all counts in self are a subset of those in other.") { t, a throws(Raised) in
      try isCounter(t, a[1]) ? Value(try allCounts(t, a, .lessOrEqual)) : .notImplemented
    },
    NativeFunctionSpec("__lt__(self, other)", "True if all counts in self are a proper subset of those in other.") { t, a throws(Raised) in
      if try !isCounter(t, a[1]) { return .notImplemented }
      let isSubset = try allCounts(t, a, .lessOrEqual)
      return isSubset ? Value(try !allCounts(t, a, .equal)) : .false
    },
    NativeFunctionSpec("__ge__(self, other)", "True if all counts in self are a superset of those in other.") { t, a throws(Raised) in
      try isCounter(t, a[1]) ? Value(try allCounts(t, a, .greaterOrEqual)) : .notImplemented
    },
    NativeFunctionSpec("__gt__(self, other)", "True if all counts in self are a proper superset of those in other.") { t, a throws(Raised) in
      if try !isCounter(t, a[1]) { return .notImplemented }
      let isSuperset = try allCounts(t, a, .greaterOrEqual)
      return isSuperset ? Value(try !allCounts(t, a, .equal)) : .false
    },
  ]

  // MARK: Arithmetic

  private static func isPositive(_ t: Thread, _ count: Value) throws(Raised) -> Bool {
    count.isSmallInt ? count.smallInt > 0 : try t.truth(try t.compare(.greater, count, Value(small: 0)))
  }

  private static func isNegative(_ t: Thread, _ count: Value) throws(Raised) -> Bool {
    count.isSmallInt ? count.smallInt < 0 : try t.truth(try t.compare(.less, count, Value(small: 0)))
  }

  private enum Combination { case sum, difference, union, intersection }

  /// The items of a counter as a list of pairs, safe against changes.
  private static func pairs(_ t: Thread, _ counter: Value) throws(Raised) -> Ref<ListObject> {
    try t.list(from: try t.callMethod(counter, .items))
  }

  /// A new Counter with the positive results.
  private static func combined(_ t: Thread, _ a: Slots, _ kind: Combination) throws(Raised) -> Value {
    if try !isCounter(t, a[1]) { return .notImplemented }
    let result = try t.call(Value(try named(t, "Counter")))
    let dict = result.unchecked(as: DictObject.self)
    let left = try pairs(t, a[0])
    for i in 0..<left.count {
      let pair = try t.items(of: left.items[i], count: 2)
      let other = try t.getItem(a[1], pair[0])
      let count: Value
      switch kind {
      case .sum: count = try t.binary(.add, pair[1], other)
      case .difference: count = try t.binary(.subtract, pair[1], other)
      case .union: count = try t.isLess(pair[1], other) ? other : pair[1]
      case .intersection: count = try t.isLess(pair[1], other) ? pair[1] : other
      }
      if try isPositive(t, count) { try t.dictSet(dict, pair[0], count) }
    }
    if kind == .intersection { return result }
    let right = try pairs(t, a[1])
    for i in 0..<right.count {
      let pair = try t.items(of: right.items[i], count: 2)
      if try t.contains(a[0], pair[0]) { continue }
      if kind == .difference ? try !isNegative(t, pair[1]) : try !isPositive(t, pair[1]) { continue }
      try t.dictSet(dict, pair[0], kind == .difference ? try t.binary(.subtract, Value(small: 0), pair[1]) : pair[1])
    }
    return result
  }

  /// A new Counter with the positive counts of `me`, or of its negative.
  private static func signed(_ t: Thread, _ me: Value, negated: Bool) throws(Raised) -> Value {
    let result = try t.call(Value(try named(t, "Counter")))
    let items = try pairs(t, me)
    for i in 0..<items.count {
      let pair = try t.items(of: items.items[i], count: 2)
      if negated ? try !isNegative(t, pair[1]) : try !isPositive(t, pair[1]) { continue }
      try t.dictSet(result.unchecked(), pair[0], negated ? try t.binary(.subtract, Value(small: 0), pair[1]) : pair[1])
    }
    return result
  }

  private static let counterArithmetic: [NativeFunctionSpec] = [
    NativeFunctionSpec("__add__(self, other)", "Add counts from two counters.") { t, a throws(Raised) in try combined(t, a, .sum) },
    NativeFunctionSpec("__sub__(self, other)", "Subtract count, but keep only results with positive counts.") { t, a throws(Raised) in
      try combined(t, a, .difference)
    },
    NativeFunctionSpec("__or__(self, other)", "Union is the maximum of value in either of the input counters.") { t, a throws(Raised) in
      try combined(t, a, .union)
    },
    NativeFunctionSpec("__and__(self, other)", "Intersection is the minimum of corresponding counts.") { t, a throws(Raised) in
      try combined(t, a, .intersection)
    },
    NativeFunctionSpec("__pos__(self)", "Adds an empty counter, effectively stripping negative and zero counts") { t, a throws(Raised) in
      try signed(t, a[0], negated: false)
    },
    NativeFunctionSpec("__neg__(self)", "Subtracts from an empty counter.") { t, a throws(Raised) in try signed(t, a[0], negated: true) },
  ]

  /// Removes elements whose count is not positive.
  private static func keepPositive(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let items = try pairs(t, me)
    for i in 0..<items.count {
      let pair = try t.items(of: items.items[i], count: 2)
      if try !isPositive(t, pair[1]) { try t.deleteItem(me, pair[0]) }
    }
    return me
  }

  private static let counterInPlace: [NativeFunctionSpec] = [
    NativeFunctionSpec("_keep_positive(self)", "Internal method to strip elements with a negative or zero count") { t, a throws(Raised) in
      try keepPositive(t, a[0])
    },
    NativeFunctionSpec("__iadd__(self, other)", "Inplace add from another counter, keeping only positive counts.") { t, a throws(Raised) in
      try combineInPlace(t, a, .add)
    },
    NativeFunctionSpec("__isub__(self, other)", "Inplace subtract counter, but keep only results with positive counts.") { t, a throws(Raised) in
      try combineInPlace(t, a, .subtract)
    },
    NativeFunctionSpec("__ior__(self, other)", "Inplace union is the maximum of value from either counter.") { t, a throws(Raised) in
      let others = try pairs(t, a[1])
      for i in 0..<others.count {
        let pair = try t.items(of: others.items[i], count: 2)
        if try t.truth(try t.compare(.greater, pair[1], try t.getItem(a[0], pair[0]))) { try t.setItem(a[0], pair[0], pair[1]) }
      }
      return try keepPositive(t, a[0])
    },
    NativeFunctionSpec("__iand__(self, other)", "Inplace intersection is the minimum of corresponding counts.") { t, a throws(Raised) in
      let items = try pairs(t, a[0])
      for i in 0..<items.count {
        let pair = try t.items(of: items.items[i], count: 2)
        let other = try t.getItem(a[1], pair[0])
        if try t.isLess(other, pair[1]) { try t.setItem(a[0], pair[0], other) }
      }
      return try keepPositive(t, a[0])
    },
  ]

  private static func combineInPlace(_ t: Thread, _ a: Slots, _ op: BinaryOperator) throws(Raised) -> Value {
    let others = try pairs(t, a[1])
    for i in 0..<others.count {
      let pair = try t.items(of: others.items[i], count: 2)
      let count = try t.getItem(a[0], pair[0])
      try t.setItem(a[0], pair[0], op == .add ? try inPlaceAdd(t, count, pair[1]) : try inPlaceSubtract(t, count, pair[1]))
    }
    return try keepPositive(t, a[0])
  }
}
