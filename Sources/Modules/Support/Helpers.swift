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
  /// The name of an attribute as the attribute functions want it: a plain interned str.
  func internedName(_ v: Value) -> Value {
    v.object.type == self.types.str ? intern(v) : v
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
