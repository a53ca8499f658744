import Runtime

/// `str.translate` and `str.maketrans`.
enum StrTranslating {
  static let functions: [NativeFunctionSpec] = [
    .init(
      "translate(self, table, /)",
      """
      Replace each character in the string using the given translation table.

        table
          Translation table, which must be a mapping of Unicode ordinals to
          Unicode ordinals, strings, or None.

      The table must implement lookup/indexing via __getitem__, for instance a
      dictionary or list.  If this operation raises LookupError, the character is
      left untouched.  Characters mapped to None are deleted.
      """
    ) { t, a throws(Raised) in try StrTranslating.translate(t, a[0], a[1]) },
    .init(
      "maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)",
      """
      Return a translation table usable for str.translate().

      If there is only one argument, it must be a dictionary mapping Unicode
      ordinals (integers) or characters to Unicode ordinals, strings or None.
      Character keys will be then converted to ordinals.
      If there are two arguments, they must be strings of equal length, and
      in the resulting dictionary, each character in x will be mapped to the
      character at the same position in y. If there is a third argument, it
      must be a string, whose characters will be mapped to None in the result.
      """, binding: .staticMethod
    ) { t, a throws(Raised) in
      a[1].isNull ? try StrTranslating.tableFromDict(t, a[0]) : try StrTranslating.tableFromStrs(t, a)
    },
  ]

  private static func translate(_ t: Thread, _ v: Value, _ table: Value) throws(Raised) -> Value {
    let s = v.unchecked(as: StrObject.self)
    let dict: Ref<DictObject>? = table.isObject && table.object.type == t.types.dict ? table.unchecked() : nil
    if let dict, s.isASCII {
      let simple = try translateASCII(t, s, dict)
      if !simple.isNull { return simple }
    }
    var text = try TextBuilder(t, capacity: s.count)
    for i in 0..<s.count {
      let codePoint = s.codePoint(i)
      let to: Value
      do throws(Raised) {
        if let dict {
          to = try t.dictGet(dict, Value(small: Int(codePoint)))
          if to.isNull {
            try text.append(codePoint: codePoint)
            continue
          }
        } else {
          to = try t.getItem(table, Value(small: Int(codePoint)))
        }
      } catch {
        if !t.matches(t.exception, t.types.lookupError) { throw error }
        t.exception = .null
        try text.append(codePoint: codePoint)
        continue
      }
      if to.isNone { continue }
      if to.isKind(.str) {
        try text.append(to)
      } else if t.isInt(to) {
        let number = try t.asIndexObject(to)
        guard number.isSmallInt, number.smallInt >= 0, number.smallInt <= 0x10FFFF else {
          throw t.raise(t.types.valueError, "character mapping must be in range(0x110000)")
        }
        try text.append(codePoint: UInt32(number.smallInt))
      } else {
        throw t.raise(t.types.typeError, "character mapping must return integer, None or str")
      }
    }
    return try text.finish()
  }

  /// ASCII text by a dict that has an ASCII character, as an int or a str, for each character it has; null if it does not. Each character is
  /// looked up once.
  private static func translateASCII(_ t: Thread, _ s: Ref<StrObject>, _ table: Ref<DictObject>) throws(Raised) -> Value {
    if s.count < 2 { return .null }
    let result = try t.newStr(count: s.count, width: 1, isASCII: true)
    let (from, to) = (s.units8, result.units8)
    let isSimple = try withUnsafeTemporaryAllocation(byteCount: 128, alignment: 1) { (known) throws(Raised) -> Bool in
      for i in 0..<128 { known[i] = 0xFF }
      for i in 0..<s.count {
        let c = Int(from[i])
        if known[c] == 0xFF {
          guard let new = asciiCharacter(try t.dictGet(table, Value(small: c)), c) else { return false }
          known[c] = new
        }
        to[i] = known[c]
      }
      return true
    }
    return isSimple ? Value(result) : .null
  }

  /// What a table has for the character `c`, if it is one ASCII character; `c` if it has nothing.
  private static func asciiCharacter(_ v: Value, _ c: Int) -> UInt8? {
    if v.isNull { return UInt8(c) }
    if v.isSmallInt { return v.smallInt >= 0 && v.smallInt < 128 ? UInt8(v.smallInt) : nil }
    guard v.isKind(.str), v.unchecked(as: StrObject.self).count == 1, v.unchecked(as: StrObject.self).isASCII else { return nil }
    return v.unchecked(as: StrObject.self).units8[0]
  }

  private static func tableFromDict(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    guard v.isKind(.dict), v.object.type == t.types.dict else {
      throw t.raise(t.types.typeError, "if you give only one argument to maketrans it must be a dict")
    }
    let table = try t.dict()
    var position = 0
    while let entry = t.dictNext(v.unchecked(), &position) {
      if entry.key.isKind(.str) {
        let key = entry.key.unchecked(as: StrObject.self)
        if key.count != 1 { throw t.raise(.translatedKeyLength) }
        try t.dictSet(table, Value(small: Int(key.codePoint(0))), entry.value)
      } else if t.isInt(entry.key) {
        try t.dictSet(table, entry.key, entry.value)
      } else {
        throw t.raise(.translatedKeyType)
      }
    }
    return Value(table)
  }

  private static func tableFromStrs(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let y = try StrSupport.str(t, a[1], "maketrans", "argument 2")
    let z = a[2].isNull ? StrSupport.empty(t) : try StrSupport.str(t, a[2], "maketrans", "argument 3")
    guard a[0].isKind(.str) else {
      throw t.raise(t.types.typeError, "first maketrans argument must be a string if there is a second argument")
    }
    let x = a[0].unchecked(as: StrObject.self)
    if x.count != y.count { throw t.raise(t.types.valueError, "the first two maketrans arguments must have equal length") }
    let table = try t.dict()
    for i in 0..<x.count { try t.dictSet(table, Value(small: Int(x.codePoint(i))), Value(small: Int(y.codePoint(i)))) }
    for i in 0..<z.count { try t.dictSet(table, Value(small: Int(z.codePoint(i))), .none) }
    return Value(table)
  }
}
