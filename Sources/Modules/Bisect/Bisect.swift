import Runtime

/// Module `bisect` (CPython: Modules/_bisectmodule.c): search in sorted sequences.
enum Bisect {
  static let module = ModuleSpec(
    "bisect", doc: "Bisection algorithms.",
    functions: [
      NativeFunctionSpec("bisect_left(a, x, lo=0, hi=None, *, key=None)", "Return the index where to insert item x in list a, before equal items.") {
        t, a throws(Raised) in try t.int(try find(t, a, a[1], isLeft: true))
      },
      NativeFunctionSpec("bisect_right(a, x, lo=0, hi=None, *, key=None)", "Return the index where to insert item x in list a, behind equal items.") {
        t, a throws(Raised) in try t.int(try find(t, a, a[1], isLeft: false))
      },
      NativeFunctionSpec("insort_left(a, x, lo=0, hi=None, *, key=None)", "Insert item x in list a, before equal items.") { t, a throws(Raised) in
        try insert(t, a, isLeft: true)
      },
      NativeFunctionSpec("insort_right(a, x, lo=0, hi=None, *, key=None)", "Insert item x in list a, behind equal items.") { t, a throws(Raised) in
        try insert(t, a, isLeft: false)
      },
    ]
  ) { t, m throws(Raised) in
    try t.setHome(m, "_bisect")
    try t.addConstant(m, "bisect", t.dictGet(m.dict, interned: try t.intern("bisect_right")))
    try t.addConstant(m, "insort", t.dictGet(m.dict, interned: try t.intern("insort_right")))
  }

  /// The arguments lo and hi; -1 for the length.
  private static func bounds(_ t: Thread, _ a: Slots) throws(Raised) -> (Int, Int) {
    let low = try t.sizeArgument(a[2])
    if !t.has(.bisectByIndex) { return (low, try t.sizeArgument(a[3])) }
    if a[3].isNone { return (low, -1) }
    if !t.isInt(a[3]), t.lookupSpecial(a[3], .__index__).isNull {
      throw t.raise(t.types.typeError, "argument should be integer or None, not '%T'", a[3])
    }
    return (low, try t.asIndex(a[3]))
  }

  private static func find(_ t: Thread, _ a: Slots, _ x: Value, isLeft: Bool) throws(Raised) -> Int {
    var (low, high) = try bounds(t, a)
    if low < 0 { throw t.raise(t.types.valueError, "lo must be non-negative") }
    if high == -1 {
      // dict and its read-only view have the length of a mapping only.
      let isMapping = a[0].isKind(.dict) || a[0].isKind(.mappingProxy)
      if isMapping, !t.typeOf(a[0]).flags.contains(.heap) { throw t.raise(t.types.typeError, "%T is not a sequence", a[0]) }
      high = try t.length(a[0])
    }
    if t.has(.bisectChecksSequence), !t.hasSequenceItem(a[0]) { throw t.notSequence(a[0]) }
    while low < high {
      if !t.hasSequenceItem(a[0]) { throw t.notSequence(a[0]) }
      let middle = low + (high - low) / 2
      var item = try t.getItem(a[0], try t.int(middle))
      if !a[4].isNone { item = try t.call(a[4], item) }
      let goesRight = try isLeft ? t.isLess(item, x) : !t.isLess(x, item)
      if goesRight { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func insert(_ t: Thread, _ a: Slots, isLeft: Bool) throws(Raised) -> Value {
    _ = try bounds(t, a)
    let probe = a[4].isNone ? a[1] : try t.call(a[4], a[1])
    let index = try find(t, a, probe, isLeft: isLeft)
    _ = try t.callMethod(a[0], .insert, try t.int(index), a[1])
    return .none
  }
}
