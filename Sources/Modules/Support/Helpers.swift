import Runtime

extension Thread {
  /// A str from a template; the directives are those of `raise`.
  func text(_ template: StaticString, _ a: Value = .null, _ b: Value = .null, _ c: Value = .null, _ d: Value = .null) throws(Raised) -> Value {
    try format(template, a, b, c, d)
  }

  /// Converts the arguments behind a buffer, `a[0]`, which may run Python code: meanwhile the buffer is exported, so that it cannot be resized.
  /// Its bytes are to be asked for afterwards.
  func exporting(_ a: Slots, _ convert: () throws(Raised) -> Void) throws(Raised) {
    _ = try bufferBytes(a[0])
    guard a[0].isKind(.bytearray) || a[0].isKind(.bufferOwner) else { return try convert() }
    // The slot keeps the view alive, and the view what it shows.
    a[0] = try call(Value(self.types.memoryview), a[0])
    do throws(Raised) { try convert() } catch {
      let raised = takeException()
      try endExport(a)
      throw raise(raised)
    }
    try endExport(a)
  }

  private func endExport(_ a: Slots) throws(Raised) {
    let view = a[0]
    a[0] = try getAttribute(view, try intern("obj"))
    _ = try call(try getAttribute(view, try intern("release")))
  }

  /// `StopIteration()` on its way.
  func stopIteration() -> Raised { stopIteration(.none) }

  /// `tuple(v)`
  func tuple(from v: Value) throws(Raised) -> Value {
    if v.isObject && v.object.type == self.types.tuple { return v }
    let source = try iterator(of: v)
    // As in CPython the hint is asked for, though only for its errors.
    if v.isKind(.instance), has(.tupleAsksLengthHint) { _ = try lengthHint(v, 10) }
    return try tuple(copying: try list(from: source).slots)
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

  /// `list(v)` as code in Python calls it: what estimates the length is asked.
  func newList(of v: Value) throws(Raised) -> Ref<ListObject> {
    let result = try list()
    try initialize(result, from: v)
    return result
  }
}

extension Thread {
  /// `v` as a tuple of `count` items: for what user code hands out where a pair is due.
  func items(of v: Value, count: Int) throws(Raised) -> Slots {
    if lookupSpecial(v, .__iter__).isNull, lookupSpecial(v, .__getitem__).isNull {
      throw raise(self.types.typeError, "cannot unpack non-iterable %T object", v)
    }
    let slots = try tuple(from: v).tupleSlots
    if slots.count > count, v.isKind(.list) || v.isKind(.tuple) || v.isKind(.dict) {
      throw raise(.tooManyToUnpack, try int(count), try int(slots.count))
    }
    if slots.count != count {
      throw raise(
        self.types.valueError, slots.count < count ? "not enough values to unpack (expected %S, got %S)" : "too many values to unpack (expected %S)",
        try int(count), try int(slots.count))
    }
    return slots
  }

  /// Whether CPython's type has the slot `sq_item`: sequences, and instances of Python classes with `__getitem__`.
  func hasSequenceItem(_ v: Value) -> Bool {
    let method = lookupSpecial(v, .__getitem__)
    guard method.isKind(.nativeFunction) else { return !method.isNull }
    let function: Ref<NativeFunctionObject> = method.unchecked()
    if function.header.type == self.types.libraryFunction || function.owner.isNone { return true }
    // dict's is a method, not the wrapper of a slot, so that classes derived from dict get a slot that calls it.
    if function.header.type == self.types.methodDescriptor, typeOf(v).flags.contains(.heap) { return true }
    switch function.owner.instanceKind {
    case .list, .tuple, .str, .bytes, .bytearray, .range, .bufferOwner: return true
    case .record: return function.owner == self.types.memoryview || !lookup(function.owner, .__imul__).isNull
    default: return false
    }
  }

  /// TypeError for something without `sq_item` that is subscripted as a sequence.
  func notSequence(_ v: Value) -> Raised {
    let isMapping = !lookupSpecial(v, .__getitem__).isNull
    return raise(self.types.typeError, isMapping ? "%T is not a sequence" : "'%T' object does not support indexing", v)
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

extension Thread {
  /// Calls a method whose name is not one of those that the runtime looks up itself.
  func callMethod(_ v: Value, named name: StaticString, _ a: Value = .null) throws(Raised) -> Value {
    let method = try getAttribute(v, try intern(name))
    return a.isNull ? try call(method) : try call(method, a)
  }
}
