// Format specifications that are a width, a precision and a type at most: what most of them are.

/// `[0][width][.precision][type]` in ASCII, with up to three digits each.
struct PlainField {
  var hasZeros = false
  var width = 0
  /// -1 = none.
  var precision = -1
  /// 0 = none.
  var type: UInt8 = 0

  /// nil for every other specification.
  @inline(__always)
  init?(_ s: Ref<StrObject>) {
    let count = s.count
    if !s.isASCII || count > 8 { return nil }
    let text = s.bytes
    var at = 0
    if count > 0 && text[0] == UInt8(ascii: "0") {
      hasZeros = true
      at = 1
    }
    guard let width = PlainField.number(text, &at, count) else { return nil }
    self.width = width
    if at < count && text[at] == UInt8(ascii: ".") {
      at &+= 1
      let start = at
      guard let precision = PlainField.number(text, &at, count), at > start else { return nil }
      self.precision = precision
    }
    if at < count {
      type = text[at]
      at &+= 1
    }
    if at < count { return nil }
  }

  /// The digits at `at`, 0 if there are none; nil if there are more than three.
  @inline(__always)
  private static func number(_ text: UnsafeMutablePointer<UInt8>, _ at: inout Int, _ count: Int) -> Int? {
    let start = at
    var value = 0
    while at < count && text[at] &- 48 < 10 {
      value = value &* 10 &+ Int(text[at] &- 48)
      at &+= 1
    }
    return at &- start > 3 ? nil : value
  }
}

extension Thread {
  /// ASCII digits, perhaps with a sign, on the right of a field.
  func padded(_ digits: Value, _ field: PlainField) throws(Raised) -> Value {
    let s: Ref<StrObject> = digits.unchecked()
    let missing = field.width &- s.count
    if missing <= 0 { return digits }
    let result = try newASCII(field.width)
    let units = result.bytes
    var from = s.bytes
    var at = 0
    var left = s.count
    if field.hasZeros && (from[0] == UInt8(ascii: "-") || from[0] == UInt8(ascii: "+")) {
      units[0] = from[0]
      from += 1
      at = 1
      left &-= 1
    }
    for i in at..<(at &+ missing) { units[i] = field.hasZeros ? UInt8(ascii: "0") : UInt8(ascii: " ") }
    for i in 0..<left { units[at &+ missing &+ i] = from[i] }
    return Value(result)
  }
}
