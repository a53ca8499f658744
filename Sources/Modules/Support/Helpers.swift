import Runtime

extension Thread {
  /// A str from a template; the directives are those of `raise`.
  func text(_ template: StaticString, _ a: Value = .null, _ b: Value = .null, _ c: Value = .null, _ d: Value = .null) throws(Raised) -> Value {
    try format(template, a, b, c, d)
  }

  /// `StopIteration()` on its way.
  func stopIteration() -> Raised { stopIteration(.none) }

  /// `tuple(v)`
  func tuple(from v: Value) throws(Raised) -> Value {
    if v.isObject && v.object.type == self.types.tuple { return v }
    return try tuple(copying: try list(from: v).slots)
  }

  /// `list(v)`: always a new list.
  func list(from v: Value) throws(Raised) -> Ref<ListObject> {
    let result = try list()
    let source = try iterator(of: v)
    while true {
      let item = try next(source)
      if item.isNull { return result }
      try append(result, item)
    }
  }
}

extension Thread {
  /// `v` as a tuple of `count` items: for what user code hands out where a pair is due.
  func items(of v: Value, count: Int) throws(Raised) -> Slots {
    let slots = try tuple(from: v).tupleSlots
    if slots.count != count {
      throw raise(
        self.types.valueError, slots.count < count ? "not enough values to unpack (expected %S, got %S)" : "too many values to unpack (expected %S)",
        try int(count), try int(slots.count))
    }
    return slots
  }

  /// The attribute `name` of `v`, which must be a tuple.
  func tupleAttribute(_ v: Value, _ name: Name) throws(Raised) -> Slots {
    let value = try getAttribute(v, name)
    guard value.isKind(.tuple) else { throw raise(self.types.typeError, "%S must be a tuple, not '%T'", self.name(name), value) }
    return value.tupleSlots
  }

  /// The attribute `name` of `v`, which must be a dict.
  func dictAttribute(_ v: Value, _ name: Name) throws(Raised) -> Ref<DictObject> {
    let value = try getAttribute(v, name)
    guard value.isKind(.dict) else { throw raise(self.types.typeError, "%S must be a dict, not '%T'", self.name(name), value) }
    return value.unchecked()
  }

  /// Marks `v` while its repr is made; false if it is being made already (`...` is printed then). Ends with `leaveRepr`.
  func enterRepr(_ v: Value) throws(Raised) -> Bool {
    if v.object.flags.contains(.inRepr) { return false }
    try enterRecursive(" while getting the repr of an object")
    v.object.flags.insert(.inRepr)
    return true
  }

  func leaveRepr(_ v: Value) {
    v.object.flags.remove(.inRepr)
    leaveRecursive()
  }
}

extension Thread {
  /// `isinstance(v, cls)` where `cls` is a class with a metaclass of its own (an ABC).
  func isInstance(_ v: Value, ofABC cls: Value) throws(Raised) -> Bool {
    if isInstance(v, of: cls.unchecked()) { return true }
    let check = lookupSpecial(cls, .__instancecheck__)
    return try truth(try callSpecial(check, cls, v))
  }
}

extension Thread {
  /// The characters of a str as a Swift String; lone surrogates become U+FFFD.
  func characters(of v: Value) -> String {
    let text = v.unchecked(as: StrObject.self)
    if text.isASCII { return String(decoding: UnsafeBufferPointer(start: text.bytes, count: text.count), as: UTF8.self) }
    var scalars = String.UnicodeScalarView()
    for i in 0..<text.count { scalars.append(Unicode.Scalar(text.codePoint(i)) ?? "\u{FFFD}") }
    return String(scalars)
  }
}
