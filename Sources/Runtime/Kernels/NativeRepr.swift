// What the `__repr__` of each builtin layout prints.

extension Thread {
  /// `__repr__` of the builtin type whose layout `v` has, whatever its class says: the body of `list.__repr__` and so on.
  public func nativeRepr(_ v: Value) throws(Raised) -> Value {
    var out = TextBuilder(self)
    if v.isObject { try appendNativeRepr(v, to: &out) } else { try appendRepr(v, to: &out) }
    return try out.finish()
  }

  /// The same, appended. `v` is a heap object.
  func appendNativeRepr(_ v: Value, to out: inout TextBuilder) throws(Raised) {
    switch v.object.kind {
    case .int: try append(int: v, base: 10, to: &out)
    case .float:
      let value = v.unchecked(as: FloatObject.self).value
      try append(double: value, code: UInt8(ascii: "r"), precision: 0, alternate: false, addDotZero: true, to: &out)
    case .complex: try appendComplex(v.unchecked(), to: &out)
    case .str: try appendQuoted(v, to: &out)
    case .bytes:
      let bytes: Ref<BytesObject> = v.unchecked()
      try appendQuoted(bytes: bytes.bytes, count: bytes.count, to: &out)
    case .bytearray: try appendByteArray(v.unchecked(), to: &out)
    case .tuple: try appendTuple(v.unchecked(), to: &out)
    case .list: try appendList(v.unchecked(), to: &out)
    case .dict: try appendDict(v.unchecked(), to: &out)
    case .set, .frozenset: try appendSet(v.unchecked(), to: &out)
    case .slice: try appendSlice(v.unchecked(), to: &out)
    case .range: try appendRange(v.unchecked(), to: &out)
    case .exception: try appendException(v.unchecked(), to: &out)
    case .type: try appendType(v.unchecked(), to: &out)
    default: try appendObjectOfCode(v, to: &out)
    }
  }

  /// `repr` of a complex; str too.
  func appendComplex(_ z: Ref<ComplexObject>, to out: inout TextBuilder) throws(Raised) {
    let code = UInt8(ascii: "r")
    // A real part of positive zero is not shown.
    if z.real == 0 && z.real.sign == .plus {
      try append(double: z.imaginary, code: code, precision: 0, alternate: false, addDotZero: false, to: &out)
      return try out.append(codePoint: 106)
    }
    try out.append(codePoint: 40)
    try append(double: z.real, code: code, precision: 0, alternate: false, addDotZero: false, to: &out)
    if z.imaginary.isNaN || z.imaginary.sign == .plus { try out.append(codePoint: 43) }
    try append(double: z.imaginary, code: code, precision: 0, alternate: false, addDotZero: false, to: &out)
    try out.append("j)")
  }

  private func appendByteArray(_ array: Ref<ByteArrayObject>, to out: inout TextBuilder) throws(Raised) {
    try append(nameOf: array.header.type, to: &out)
    try out.append(codePoint: 40)
    if array.count == 0 {
      try out.append("b''")
    } else {
      try appendQuoted(bytes: array.buffer.trailing(UInt8.self), count: array.count, escapesSingle: true, to: &out)
    }
    try out.append(codePoint: 41)
  }

  /// Marks `object` while its repr is being made; false if it already is (it contains itself).
  public func enterRepr(_ object: Ref<ObjectHeader>) -> Bool {
    if object.flags.contains(.inRepr) { return false }
    object.flags.insert(.inRepr)
    return true
  }

  public func leaveRepr(_ object: Ref<ObjectHeader>) { object.flags.remove(.inRepr) }

  private func appendTuple(_ tuple: Ref<TupleObject>, to out: inout TextBuilder) throws(Raised) {
    if tuple.count == 0 { return try out.append("()") }
    if !enterRepr(tuple.cast()) { return try out.append("(...)") }
    defer { leaveRepr(tuple.cast()) }
    try out.append(codePoint: 40)
    for k in 0..<tuple.count {
      if k > 0 { try out.append(", ") }
      try appendRepr(tuple.items[k], to: &out)
    }
    try out.append(tuple.count == 1 ? ",)" : ")")
  }

  private func appendList(_ list: Ref<ListObject>, to out: inout TextBuilder) throws(Raised) {
    if list.count == 0 { return try out.append("[]") }
    if !enterRepr(list.cast()) { return try out.append("[...]") }
    defer { leaveRepr(list.cast()) }
    try out.append(codePoint: 91)
    var k = 0
    // A `__repr__` of an item may change the list.
    while k < list.count {
      if k > 0 { try out.append(", ") }
      try appendRepr(list.items[k], to: &out)
      k += 1
    }
    try out.append(codePoint: 93)
  }

  private func appendDict(_ dict: Ref<DictObject>, to out: inout TextBuilder) throws(Raised) {
    if !enterRepr(dict.cast()) { return try out.append("{...}") }
    defer { leaveRepr(dict.cast()) }
    try out.append(codePoint: 123)
    var position = 0
    var isFirst = true
    while let entry = dictNext(dict, &position) {
      if !isFirst { try out.append(", ") }
      isFirst = false
      try appendRepr(entry.key, to: &out)
      try out.append(": ")
      try appendRepr(entry.value, to: &out)
    }
    try out.append(codePoint: 125)
  }

  private func appendSet(_ set: Ref<SetObject>, to out: inout TextBuilder) throws(Raised) {
    let isPlain = set.header.type == self.types.set
    if !enterRepr(set.cast()) {
      try append(nameOf: set.header.type, to: &out)
      return try out.append("(...)")
    }
    defer { leaveRepr(set.cast()) }
    if !isPlain || set.count == 0 { try append(nameOf: set.header.type, to: &out) }
    if set.count == 0 { return try out.append("()") }
    let items = try list(from: Value(set))
    try out.append(isPlain ? "{" : "({")
    for k in 0..<items.count {
      if k > 0 { try out.append(", ") }
      try appendRepr(items.items[k], to: &out)
    }
    try out.append(isPlain ? "}" : "})")
  }

  private func appendSlice(_ slice: Ref<SliceObject>, to out: inout TextBuilder) throws(Raised) {
    try out.append("slice(")
    try appendRepr(slice.start, to: &out)
    try out.append(", ")
    try appendRepr(slice.stop, to: &out)
    try out.append(", ")
    try appendRepr(slice.step, to: &out)
    try out.append(codePoint: 41)
  }

  private func appendRange(_ range: Ref<RangeObject>, to out: inout TextBuilder) throws(Raised) {
    try out.append("range(")
    try appendRepr(range.start, to: &out)
    try out.append(", ")
    try appendRepr(range.stop, to: &out)
    if range.step != Value(small: 1) && range.step != .true {
      try out.append(", ")
      try appendRepr(range.step, to: &out)
    }
    try out.append(codePoint: 41)
  }

  /// `Name(args)`: one argument without the comma of its tuple.
  private func appendException(_ e: Ref<ExceptionObject>, to out: inout TextBuilder) throws(Raised) {
    try out.append(e.header.type.name)
    let args: Ref<TupleObject> = e.args.unchecked()
    if args.count != 1 { return try appendRepr(e.args, to: &out) }
    try out.append(codePoint: 40)
    try appendRepr(args.items[0], to: &out)
    try out.append(codePoint: 41)
  }
}
