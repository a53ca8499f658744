import Runtime

/// Methods of str that change case (full case mapping).
enum StrCase {
  static let functions: [NativeFunctionSpec] = [
    .init("lower(self, /)", "Return a copy of the string converted to lowercase.") { t, a throws(Raised) in try StrCase.lower(t, a[0]) },
    .init("upper(self, /)", "Return a copy of the string converted to uppercase.") { t, a throws(Raised) in try StrCase.convert(t, a[0], .upper) },
    .init("casefold(self, /)", "Return a version of the string suitable for caseless comparisons.") { t, a throws(Raised) in
      try StrCase.convert(t, a[0], .fold)
    },
    .init(
      "capitalize(self, /)",
      "Return a capitalized version of the string.\n\nMore specifically, make the first character have upper case and the rest lower\ncase."
    ) { t, a throws(Raised) in
      let s = a[0].unchecked(as: StrObject.self)
      var text = TextBuilder(t)
      for i in 0..<s.count { try StrCase.append(&text, s, i, i == 0 ? .title : .lower) }
      return try text.finish()
    },
    .init(
      "title(self, /)",
      """
      Return a version of the string where each word is titlecased.

      More specifically, words start with uppercased characters and all remaining
      cased characters have lower case.
      """
    ) { t, a throws(Raised) in
      let s = a[0].unchecked(as: StrObject.self)
      var text = TextBuilder(t)
      var isInWord = false
      for i in 0..<s.count {
        try StrCase.append(&text, s, i, isInWord ? .lower : .title)
        isInWord = !UnicodeData.properties(s.codePoint(i)).isDisjoint(with: .cased)
      }
      return try text.finish()
    },
    .init("swapcase(self, /)", "Convert uppercase characters to lowercase and lowercase characters to uppercase.") { t, a throws(Raised) in
      let s = a[0].unchecked(as: StrObject.self)
      var text = TextBuilder(t)
      for i in 0..<s.count {
        let properties = UnicodeData.properties(s.codePoint(i))
        if properties.contains(.upper) {
          try StrCase.append(&text, s, i, .lower)
        } else if properties.contains(.lower) {
          try StrCase.append(&text, s, i, .upper)
        } else {
          try text.append(codePoint: s.codePoint(i))
        }
      }
      return try text.finish()
    },
  ]

  private static func lower(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let s = v.unchecked(as: StrObject.self)
    if s.isASCII { return try convertASCII(t, s, from: 65) }
    let near = try convertNear(t, s, .lower)
    if !near.isNull { return near }
    var text = TextBuilder(t)
    for i in 0..<s.count { try append(&text, s, i, .lower) }
    return try text.finish()
  }

  private static func convert(_ t: Thread, _ v: Value, _ mapping: UnicodeData.Mapping) throws(Raised) -> Value {
    let s = v.unchecked(as: StrObject.self)
    if s.isASCII { return try convertASCII(t, s, from: mapping == .upper ? 97 : 65) }
    let near = try convertNear(t, s, mapping)
    if !near.isNull { return near }
    var text = TextBuilder(t)
    for i in 0..<s.count { try append(&text, UnicodeData.map(s.codePoint(i), mapping)) }
    return try text.finish()
  }

  /// A str of letters of Europe, each of which becomes one; null for others.
  private static func convertNear(_ t: Thread, _ s: Ref<StrObject>, _ mapping: UnicodeData.Mapping) throws(Raised) -> Value {
    if s.count < 2 || s.width > 2 { return .null }
    return try UnicodeData.near(of: mapping).withUnsafeBufferPointer { (near) throws(Raised) -> Value in
      let count = s.count
      var union: UInt32 = 0
      var i = 0
      while i < count {
        let codePoint = s.codePoint(i)
        // A sigma depends on what is around it.
        if codePoint >= UnicodeData.nearEnd || codePoint == 0x3A3 || near[Int(codePoint)] == 0 { return .null }
        union |= UInt32(near[Int(codePoint)])
        i &+= 1
      }
      let result = try t.newStr(count: count, width: union < 0x100 ? 1 : 2, isASCII: union < 0x80)
      i = 0
      while i < count {
        result.setCodePoint(i, UInt32(near[Int(s.codePoint(i))]))
        i &+= 1
      }
      return Value(result)
    }
  }

  /// Flips the case of the 26 letters from `first` on.
  private static func convertASCII(_ t: Thread, _ s: Ref<StrObject>, from first: UInt8) throws(Raised) -> Value {
    if s.count == 0 { return t.interpreter.emptyStr }
    let result = try t.newStr(count: s.count, width: 1, isASCII: true)
    let from = s.units8
    let to = result.units8
    for i in 0..<s.count {
      let c = from[i]
      to[i] = c &- first < 26 ? c ^ 32 : c
    }
    return s.count == 1 ? try t.str(codePoint: UInt32(to[0])) : Value(result)
  }

  /// Appends what code point `i` becomes; a capital sigma at the end of a word has a lower case of its own.
  private static func append(_ text: inout TextBuilder, _ s: Ref<StrObject>, _ i: Int, _ mapping: UnicodeData.Mapping) throws(Raised) {
    let codePoint = s.codePoint(i)
    if codePoint == 0x3A3 && mapping == .lower {
      try text.append(codePoint: isFinalSigma(s, i) ? 0x3C2 : 0x3C3)
    } else {
      try append(&text, UnicodeData.map(codePoint, mapping))
    }
  }

  private static func append(_ text: inout TextBuilder, _ mapped: (UInt32, UInt32, UInt32)) throws(Raised) {
    try text.append(codePoint: mapped.0)
    if mapped.1 != 0 { try text.append(codePoint: mapped.1) }
    if mapped.2 != 0 { try text.append(codePoint: mapped.2) }
  }

  /// Whether the sigma at `i` has a cased letter before it and none behind it, case-ignorable characters aside (Final_Sigma of the Unicode
  /// Standard, section 3.13).
  private static func isFinalSigma(_ s: Ref<StrObject>, _ i: Int) -> Bool {
    var before = i - 1
    while before >= 0 && UnicodeData.properties(s.codePoint(before)).contains(.caseIgnorable) { before -= 1 }
    if before < 0 || UnicodeData.properties(s.codePoint(before)).isDisjoint(with: .cased) { return false }
    var after = i + 1
    while after < s.count && UnicodeData.properties(s.codePoint(after)).contains(.caseIgnorable) { after += 1 }
    return after == s.count || UnicodeData.properties(s.codePoint(after)).isDisjoint(with: .cased)
  }
}
