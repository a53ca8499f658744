// repr, str and ascii: the protocols, with short cuts for the builtin types.

import Bytecode

extension Thread {
  /// `repr(v)`: a str.
  public func repr(_ v: Value) throws(Raised) -> Value {
    if v.isSmallInt { return try decimalText(v.smallInt) }
    var out = TextBuilder(self)
    try appendRepr(v, to: &out)
    return try out.finish()
  }

  /// Appends `repr(v)`.
  public func appendRepr(_ v: Value, to out: inout TextBuilder) throws(Raised) {
    if v.isSmallInt { return try out.append(decimal: v.smallInt) }
    if !v.isObject { return try appendImmediate(v, to: &out) }
    if v.object.kind == .str && v.object.type == self.types.str { return try appendQuoted(v, to: &out) }
    try enterRecursive(" while getting the repr of an object")
    defer { leaveRecursive() }
    if hasNativeRepr(v.object) { return try appendNativeRepr(v, to: &out) }
    let method = lookupSpecial(v, .__repr__)
    if method.isNull { return try appendObjectRepr(v, to: &out) }
    let text = try callSpecial(method, v)
    if !text.isKind(.str) { throw raise(self.types.typeError, "__repr__ returned non-string (type %T)", text) }
    try out.append(text)
  }

  /// What `__repr__` gives, a str or not: what `object.__str__` returns.
  public func uncheckedRepr(_ v: Value) throws(Raised) -> Value {
    guard v.isObject, !hasNativeRepr(v.object) else { return try repr(v) }
    let method = lookupSpecial(v, .__repr__)
    if method.isNull { return try repr(v) }
    try enterRecursive(" while getting the repr of an object")
    defer { leaveRecursive() }
    return try callSpecial(method, v)
  }

  /// Whether the class of the object cannot have a `__repr__` other than the one of its layout.
  private func hasNativeRepr(_ object: Ref<ObjectHeader>) -> Bool {
    if object.kind == .type { return object.type == self.types.type }
    // Named tuples of native modules have a repr of their own.
    if object.kind == .tuple { return object.type == self.types.tuple }
    if object.kind == .dict { return object.type == self.types.dict }
    return !object.type.flags.contains(.heap) && object.kind != .record && object.kind != .instance && object.kind != .mappingProxy
      && object.kind != .textStream && object.kind != .weakReference && object.kind != .bufferOwner
  }

  /// The decimal digits of an int of 49 bits.
  private func decimalText(_ number: Int) throws(Raised) -> Value {
    var magnitude = number.magnitude
    if number >= 0 && number < 10 { return self.interpreter.latin1[48 &+ number] }
    var count = number < 0 ? 2 : 1
    var bound: UInt = 10
    while magnitude >= bound {
      count &+= 1
      bound &*= 10
    }
    let text = try newASCII(count)
    let units = text.units8
    if number < 0 { units[0] = 45 }
    var at = count
    repeat {
      at &-= 1
      units[at] = UInt8(truncatingIfNeeded: 48 &+ magnitude % 10)
      magnitude /= 10
    } while magnitude > 0
    return Value(text)
  }

  /// `str(v)`: a str.
  public func str(of v: Value) throws(Raised) -> Value {
    if v.isSmallInt { return try decimalText(v.smallInt) }
    if v.isObject {
      let type = v.object.type
      if type == self.types.str { return v }
      let isOther = v.object.kind == .record || v.object.kind == .weakReference || v.object.kind == .bufferOwner
      if type.flags.contains(.heap) || v.object.kind == .exception || isOther || v.object.kind == .mappingProxy {
        return try strByMethod(v)
      }
    }
    return try repr(v)
  }

  private func strByMethod(_ v: Value) throws(Raised) -> Value {
    let method = lookupSpecial(v, .__str__)
    if method.isNull { return try repr(v) }
    try enterRecursive(" while getting the str of an object")
    defer { leaveRecursive() }
    let text = try callSpecial(method, v)
    if !text.isKind(.str) { throw raise(self.types.typeError, "__str__ returned non-string (type %T)", text) }
    return text
  }

  /// `ascii(v)`: the repr with `\x`, `\u` and `\U` escapes for what is not ASCII.
  public func ascii(_ v: Value) throws(Raised) -> Value {
    let text = try repr(v)
    let s: Ref<StrObject> = text.unchecked()
    if s.isASCII { return text }
    var out = TextBuilder(self)
    for k in 0..<s.count {
      let codePoint = s.codePoint(k)
      if codePoint < 0x80 { try out.append(codePoint: codePoint) } else { try appendEscape(codePoint, to: &out) }
    }
    return try out.finish()
  }

  /// `\xhh`, `\uhhhh` or `\Uhhhhhhhh`.
  public func appendEscape(_ codePoint: UInt32, to out: inout TextBuilder) throws(Raised) {
    try out.append(codePoint: 92)
    try out.append(codePoint: codePoint < 0x100 ? 120 : codePoint < 0x1_0000 ? 117 : 85)
    try out.append(hex: UInt64(codePoint), digits: codePoint < 0x100 ? 2 : codePoint < 0x1_0000 ? 4 : 8)
  }

  private func appendImmediate(_ v: Value, to out: inout TextBuilder) throws(Raised) {
    if v.isDouble { return try append(double: v.double, code: UInt8(ascii: "r"), precision: 0, alternate: false, addDotZero: true, to: &out) }
    switch v {
    case .none: try out.append("None")
    case .true: try out.append("True")
    case .false: try out.append("False")
    case .ellipsis: try out.append("Ellipsis")
    case .notImplemented: try out.append("NotImplemented")
    default: try out.append(has(.emptyMethodsHoldNone) ? "None" : "<NULL>")
    }
  }

  /// The repr of a str.
  public func appendQuoted(_ v: Value, to out: inout TextBuilder) throws(Raised) {
    let s: Ref<StrObject> = v.unchecked()
    let quote = chooseQuote(s)
    try out.append(codePoint: quote)
    var plainStart = 0
    for k in 0..<s.count {
      let c = s.codePoint(k)
      if c >= 0x20 && c < 0x7F && c != quote && c != 92 || c >= 0x7F && isPrintable(c) { continue }
      try out.append(str: v, from: plainStart, to: k)
      plainStart = k + 1
      switch c {
      case quote, 92:
        try out.append(codePoint: 92)
        try out.append(codePoint: c)
      case 9: try out.append("\\t")
      case 10: try out.append("\\n")
      case 13: try out.append("\\r")
      default: try appendEscape(c, to: &out)
      }
    }
    try out.append(str: v, from: plainStart, to: s.count)
    try out.append(codePoint: quote)
  }

  /// Single quotes, unless there are only single ones in the text.
  private func chooseQuote(_ s: Ref<StrObject>) -> UInt32 {
    var hasSingle = false
    for k in 0..<s.count {
      let c = s.codePoint(k)
      if c == 34 { return 39 }
      if c == 39 { hasSingle = true }
    }
    return hasSingle ? 34 : 39
  }

  /// The repr of bytes: `b'...'`.
  public func appendQuoted(
    bytes: UnsafePointer<UInt8>, count: Int, escapesSingle: Bool = false, to out: inout TextBuilder
  ) throws(Raised) {
    var hasSingle = false
    var hasDouble = false
    for k in 0..<count {
      if bytes[k] == 39 { hasSingle = true }
      if bytes[k] == 34 { hasDouble = true }
    }
    let quote: UInt8 = hasSingle && !hasDouble ? 34 : 39
    try out.append(codePoint: 98)
    try out.append(codePoint: UInt32(quote))
    for k in 0..<count {
      let c = bytes[k]
      switch c {
      case _ where c == quote || c == 92 || c == 39 && escapesSingle:
        try out.append(codePoint: 92)
        try out.append(codePoint: UInt32(c))
      case 9: try out.append("\\t")
      case 10: try out.append("\\n")
      case 13: try out.append("\\r")
      case 0x20..<0x7F: try out.append(codePoint: UInt32(c))
      default: try appendEscape(UInt32(c), to: &out)
      }
    }
    try out.append(codePoint: UInt32(quote))
  }
}
