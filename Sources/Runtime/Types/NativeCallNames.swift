// What calls of native functions ask of names: whether keywords count, and names put together for messages.

extension Thread {
  /// Whether a constructor of `owner` that takes no keywords ignores them for `type`, which may be a subclass with its own `other` constructor.
  public func ignoresKeywords(_ type: Ref<TypeObject>, of owner: Ref<TypeObject>, _ other: Name) -> Bool {
    type != owner && (has(.subclassesIgnoreKeywords) || lookup(type, other) != lookup(owner, other))
  }

  /// `first + separator + second`.
  func concatenate(_ first: Value, _ separator: StaticString, _ second: Value) throws(Raised) -> Value {
    let a: Ref<StrObject> = first.unchecked()
    let b: Ref<StrObject> = second.unchecked()
    let width = max(a.width, b.width)
    let count = a.count + separator.utf8CodeUnitCount + b.count
    let result: Ref<StrObject> = try allocate(
      bytes: MemoryLayout<StrObject>.size + count * Int(width), kind: .str, type: self.types.str, tracedWords: 0)
    result.count = count
    result.hash = -1
    result.width = width
    result.isASCII = a.isASCII && b.isASCII
    var position = 0
    func put(_ codePoint: UInt32) {
      switch width {
      case 1: result.bytes[position] = UInt8(truncatingIfNeeded: codePoint)
      case 2: result.trailing(UInt16.self)[position] = UInt16(truncatingIfNeeded: codePoint)
      default: result.trailing(UInt32.self)[position] = codePoint
      }
      position += 1
    }
    for i in 0..<a.count { put(a.codePoint(i)) }
    for i in 0..<separator.utf8CodeUnitCount { put(UInt32(separator.utf8Start[i])) }
    for i in 0..<b.count { put(b.codePoint(i)) }
    return Value(result)
  }
}
