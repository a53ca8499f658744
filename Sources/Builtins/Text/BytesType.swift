import Glibc
import Runtime

/// The tables of `bytes`, and what `bytearray` has in common with it.
enum BytesType {
  static let spec = TypeSpec(
    "bytes",
    doc: """
      bytes(iterable_of_ints) -> bytes
      bytes(string, encoding[, errors]) -> bytes
      bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer
      bytes(int) -> bytes object of size given by the parameter initialized with null bytes
      bytes() -> empty bytes object

      Construct an immutable array of bytes from:
        - an iterable yielding integers in range(256)
        - a text string encoded using the specified encoding
        - any object implementing the buffer API.
        - an integer
      """,
    functions: lifecycle + comparisons + protocols + shared + [BufferMethods.buffer])

  static let shared = conversions + BytesSearching.functions + BytesSplitting.functions + BytesCase.functions + BytesFormatting.functions

  // MARK: Lifecycle

  static let lifecycle: [NativeFunctionSpec] = [
    .init(
      "__new__(cls, source=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)",
      "Create and return a new object.  See help(type) for accurate signature."
    ) { t, a throws(Raised) in
      let plain = try BytesType.make(t, a[1], a[2], a[3], "bytes")
      let cls = a[0].unchecked(as: TypeObject.self)
      if cls == t.types.bytes { return plain }
      let view = BytesSupport.view(plain)
      let result = try t.newBytes(count: view.count, type: cls)
      memcpy(result.bytes, view.base, view.count)
      return Value(result)
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__str__(self, /)", "Return str(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in try t.int(t.hashOfBytes(a[0].unchecked())) },
    .init("__getnewargs__(self, /)") { t, a throws(Raised) in
      let view = BytesSupport.view(a[0])
      return try t.tuple(try t.bytes(copying: view.base, count: view.count))
    },
    .init("__bytes__(self, /)", "Convert this value to exact type bytes.") { t, a throws(Raised) in
      let view = BytesSupport.view(a[0])
      return a[0].object.type == t.types.bytes ? a[0] : try t.bytes(copying: view.base, count: view.count)
    },
  ]

  /// What `bytes(source, encoding, errors)` gives (missing arguments are null), as bytes; `name` is the type's.
  /// Whether bytes are made of a value by iterating: it is no text, number or buffer.
  static func isIterated(_ t: Thread, _ v: Value) -> Bool {
    if v.isNull || v.isKind(.str) || t.isInt(v) || t.typeOf(v) == t.types.memoryview || ByteView(t, v) != nil { return false }
    return t.lookupSpecial(v, .__index__).isNull && t.lookupSpecial(v, .__buffer__).isNull
  }

  static func make(_ t: Thread, _ source: Value, _ encoding: Value, _ errors: Value, _ name: StaticString) throws(Raised) -> Value {
    if !encoding.isNull || !errors.isNull { return try encode(t, source, encoding, errors, name) }
    if source.isNull { return t.interpreter.emptyBytes }
    if source.isKind(.str) { throw t.raise(t.types.typeError, "string argument without an encoding") }
    if source.isObject && source.object.type == t.types.bytes { return source }
    let method = t.lookupSpecial(source, .__bytes__)
    if !method.isNull && name.utf8CodeUnitCount == 5 {
      let result = try t.callSpecial(method, source)
      guard result.isKind(.bytes) else { throw t.raise(t.types.typeError, "__bytes__ returned non-bytes (type %T)", result) }
      return result
    }
    if t.isInt(source) || !t.lookupSpecial(source, .__index__).isNull {
      let count = try t.asIndex(source)
      if count < 0 { throw t.raise(t.types.valueError, "negative count") }
      return count == 0 ? t.interpreter.emptyBytes : Value(try t.newBytes(count: count))
    }
    if let copy = try BytesSupport.copyOfBuffer(t, source) { return copy }
    let iterator = try BytesSupport.iterator(t, of: source, "cannot convert '%T' object to %S", try t.str(name))
    let isBytes = name.utf8CodeUnitCount == 5
    // As in CPython the hint is asked for, though only for its errors.
    if isBytes, source.isKind(.instance) { _ = try t.lengthHint(source, 64) }
    return try BytesSupport.bytes(t, from: iterator, isBytes ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)")
  }

  private static func encode(_ t: Thread, _ source: Value, _ encoding: Value, _ errors: Value, _ name: StaticString) throws(Raised) -> Value {
    if !encoding.isNull { _ = try StrSupport.cText(t, encoding, name, StrSupport.encodingArgument(t)) }
    if !errors.isNull { _ = try StrSupport.cText(t, errors, name, StrSupport.errorsArgument(t)) }
    guard source.isKind(.str) else {
      throw t.raise(
        t.types.typeError, encoding.isNull ? "errors without a string argument" : "encoding without a string argument")
    }
    if encoding.isNull { throw t.raise(t.types.typeError, "string argument without an encoding") }
    return try Codecs.encode(t, source.unchecked(), encoding, errors.isNull ? try t.str("strict") : errors)
  }

  // MARK: Comparing

  static let comparisons: [NativeFunctionSpec] = [
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in BytesType.compare(t, .equal, a) },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in BytesType.compare(t, .notEqual, a) },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in BytesType.compare(t, .less, a) },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in BytesType.compare(t, .lessOrEqual, a) },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in BytesType.compare(t, .greater, a) },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in BytesType.compare(t, .greaterOrEqual, a) },
  ]

  private static func compare(_ t: Thread, _ op: CompareOperator, _ a: Slots) -> Value {
    let left = BytesSupport.view(a[0])
    guard let right = ByteView(t, a[1]), BytesSupport.isByteArray(a[0]) || a[1].isKind(.bytes) else { return .notImplemented }
    let order = Int(memcmp(left.base, right.base, min(left.count, right.count)))
    return Value(op.holds(order != 0 ? order : left.count - right.count))
  }

  // MARK: The protocol of sequences

  static let protocols: [NativeFunctionSpec] = [
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in try t.indexIterator(a[0], t.types.bytesIterator) },
    .init("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in
      try BytesType.item(t, a[0], a[1], "index out of range", "byte indices must be integers or slices, not %T")
    },
  ]

  static func item(
    _ t: Thread, _ v: Value, _ key: Value, _ rangeMessage: StaticString, _ typeMessage: StaticString
  ) throws(Raised) -> Value {
    if key.isKind(.slice) {
      let numbers = try t.sliceNumbers(key.unchecked())
      let view = BytesSupport.view(v)
      let run = t.clamp(numbers, view.count)
      if run.step == 1 {
        if run.count == view.count { return try BytesSupport.same(t, v) }
        return try BytesSupport.make(t, like: v, view.base + run.start, run.count)
      }
      let result = try BytesSupport.makeEmpty(t, like: v, count: run.count)
      for i in 0..<run.count { result.base[i] = view[run.start + i * run.step] }
      return result.value
    }
    let index = try t.sequenceIndex(key, BytesSupport.view(v).count, rangeMessage, typeMessage)
    return Value(small: Int(BytesSupport.view(v)[index]))
  }

  /// A byte that is looked for. Whatever fails in `__index__`, the message is about what is bytes-like.
  private static func soughtByte(_ t: Thread, _ v: Value) throws(Raised) -> UInt8 {
    let n: Int
    do throws(Raised) {
      n = try t.asClampedIndex(v)
    } catch {
      t.exception = .null
      _ = try t.bytesLike(v)
      throw error
    }
    guard let byte = UInt8(exactly: n) else { throw t.raise(t.types.valueError, "byte must be in range(0, 256)") }
    return byte
  }

  // MARK: Shared with bytearray

  static let conversions: [NativeFunctionSpec] = [
    .init("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in Value(small: BytesSupport.view(a[0]).count) },
    .init("__contains__(self, key, /)", "Return bool(key in self).") { t, a throws(Raised) in
      let view = BytesSupport.view(a[0])
      if let part = try BytesSupport.anyBytes(t, a[1]) { return Value(BytesSupport.find(view, part, 0, view.count) >= 0) }
      let lock = a[1].isKind(.instance) && t.has(.lockedByteSearch) ? try BytesSupport.lock(t, a[0]) : nil
      defer { BytesSupport.unlock(t, lock) }
      let byte = try BytesType.soughtByte(t, a[1])
      return Value(memchr(BytesSupport.view(a[0]).base, Int32(byte), BytesSupport.view(a[0]).count) != nil)
    },
    .init("__add__(self, value, /)", "Return self+value.") { t, a throws(Raised) in
      let left = BytesSupport.view(a[0])
      guard let right = try BytesSupport.anyBytes(t, a[1]) else {
        throw t.raise(t.types.typeError, "can't concat %T to %S", a[1], t.typeName(a[0]))
      }
      let result = try BytesSupport.makeEmpty(t, like: a[0], count: left.count + right.count)
      memcpy(result.base, left.base, left.count)
      memcpy(result.base + left.count, right.base, right.count)
      return result.value
    },
    .init("__mul__(self, value, /)", "Return self*value.") { t, a throws(Raised) in
      try BytesType.repeated(t, a[0], try Sequences.count(t, a[1]))
    },
    .init("__rmul__(self, value, /)", "Return value*self.") { t, a throws(Raised) in
      try BytesType.repeated(t, a[0], try Sequences.count(t, a[1]))
    },
    .init("decode(self, /, encoding='utf-8', errors='strict')", "Decode the bytes using the codec registered for encoding.") { t, a throws(Raised) in
      if CodecErrors.isStrictUTF8(a[1], a[2]) {
        let view = BytesSupport.view(a[0])
        if isASCIIOnly(view.base, view.count) { return try t.str(ascii: view.base, count: view.count) }
      }
      let encoding = try StrSupport.cText(t, a[1], "decode", "argument 'encoding'")
      let errors = try StrSupport.cText(t, a[2], "decode", "argument 'errors'")
      return try Codecs.decode(t, BytesSupport.view(a[0]), Value(encoding), Value(errors))
    },
    .init(
      "hex(self, /, sep=<unrepresentable>, bytes_per_sep=1)", "Create a string of hexadecimal numbers from a bytes object."
    ) { t, a throws(Raised) in try BytesType.hex(t, BytesSupport.view(a[0]), a[1], try t.cInt(a[2])) },
    .init("fromhex(cls, string, /)", "Create a bytes object from a string of hexadecimal numbers.", binding: .classMethod) { t, a throws(Raised) in
      try BytesType.fromHex(t, a[0], a[1])
    },
  ]

  static func repeated(_ t: Thread, _ v: Value, _ times: Int) throws(Raised) -> Value {
    let view = BytesSupport.view(v)
    let times = max(times, 0)
    if times == 1 { return try BytesSupport.same(t, v) }
    let (count, overflow) = view.count.multipliedReportingOverflow(by: times)
    if overflow {
      if BytesSupport.isByteArray(v) { throw t.raiseMemoryError() }
      throw t.raise(t.types.overflowError, "repeated bytes are too long")
    }
    let result = try BytesSupport.makeEmpty(t, like: v, count: count)
    if view.count == 1 {
      memset(result.base, Int32(view[0]), times)
    } else {
      for k in 0..<(view.count == 0 ? 0 : times) { memcpy(result.base + k * view.count, view.base, view.count) }
    }
    return result.value
  }

  // MARK: Hexadecimal

  static func hex(_ t: Thread, _ view: ByteView, _ separator: Value, _ group: Int) throws(Raised) -> Value {
    var mark: UInt32?
    if !separator.isNull {
      guard try t.length(separator) == 1 else { throw t.raise(t.types.valueError, "sep must be length 1.") }
      if separator.isKind(.str) {
        let codePoint = separator.unchecked(as: StrObject.self).codePoint(0)
        mark = codePoint
        if codePoint >= 0x80 { throw t.raise(t.types.valueError, "sep must be ASCII.") }
      } else if separator.isKind(.bytes), let bytes = ByteView(t, separator) {
        if bytes[0] >= 0x80 { throw t.raise(t.types.valueError, "sep must be ASCII.") }
        mark = UInt32(bytes[0])
      } else {
        throw t.raise(t.types.typeError, "sep must be str or bytes.")
      }
    }
    if mark == nil || group == 0 { return try plainHex(t, view) }
    var text = TextBuilder(t)
    let size = abs(group)
    for i in 0..<view.count {
      if let mark, i > 0, size > 0 {
        // Groups are counted from the right, or from the left if the size is negative.
        let position = group > 0 ? view.count - i : i
        if position % size == 0 { try text.append(codePoint: mark) }
      }
      try text.append(codePoint: hexDigit(view[i] >> 4))
      try text.append(codePoint: hexDigit(view[i] & 15))
    }
    return try text.finish()
  }

  /// Two digits for each byte and nothing else.
  private static func plainHex(_ t: Thread, _ view: ByteView) throws(Raised) -> Value {
    if view.count == 0 { return t.interpreter.emptyStr }
    let result = try t.newStr(count: 2 * view.count, width: 1, isASCII: true)
    let to = result.units8
    for i in 0..<view.count {
      let (high, low) = (view[i] >> 4, view[i] & 15)
      to[2 &* i] = high < 10 ? 48 &+ high : 87 &+ high
      to[2 &* i &+ 1] = low < 10 ? 48 &+ low : 87 &+ low
    }
    return Value(result)
  }

  private static func hexDigit(_ n: UInt8) -> UInt32 { UInt32(n < 10 ? 48 + n : 87 + n) }

  private static func digitValue(_ c: UInt32) -> UInt8? {
    switch c {
    case 48...57: UInt8(c - 48)
    case 97...102: UInt8(c - 87)
    case 65...70: UInt8(c - 55)
    default: nil
    }
  }

  /// The text to be read: a str, or what bytes have as Latin-1 where they are taken.
  private static func hexText(_ t: Thread, _ v: Value) throws(Raised) -> Ref<StrObject> {
    if v.isKind(.str) { return v.unchecked() }
    guard t.has(.fromhexOfBytes), let bytes = try BytesSupport.copyOfBuffer(t, v) else { throw t.raise(.fromhexOfOther, v) }
    return try BytesFormatting.latin1(t, bytes).unchecked()
  }

  /// The bytes of digits without anything between; nil for every other text.
  private static func plainFromHex(_ t: Thread, _ s: Ref<StrObject>) throws(Raised) -> Value? {
    guard s.isASCII, s.count > 1, s.count % 2 == 0 else { return nil }
    let result = try t.newBytes(count: s.count / 2)
    let from = s.units8
    for i in 0..<result.count {
      guard let high = digitValue(UInt32(from[2 &* i])), let low = digitValue(UInt32(from[2 &* i &+ 1])) else { return nil }
      result.bytes[i] = high << 4 | low
    }
    return Value(result)
  }

  private static func fromHex(_ t: Thread, _ cls: Value, _ v: Value) throws(Raised) -> Value {
    let s = try hexText(t, v)
    if cls == Value(t.types.bytes), let plain = try plainFromHex(t, s) { return plain }
    var out = try BytesBuilder(t, capacity: s.count / 2)
    var i = 0
    func bad(_ at: Int) -> Raised {
      t.raise(t.types.valueError, "non-hexadecimal number found in fromhex() arg at position %S", Value(small: at))
    }
    // Text is looked through for what is not ASCII; bytes are not.
    if v.isKind(.str) {
      for k in 0..<s.count where s.codePoint(k) >= 0x80 { throw bad(k) }
    }
    while i < s.count {
      let c = s.codePoint(i)
      if c < 0x80 && BytesSupport.isSpace(UInt8(c)) {
        i += 1
        continue
      }
      guard let high = digitValue(c) else { throw bad(i) }
      guard i + 1 < s.count else { throw t.raise(.oddHexDigits, Value(small: i + 1)) }
      guard let low = digitValue(s.codePoint(i + 1)) else { throw bad(i + 1) }
      try out.append(high << 4 | low)
      i += 2
      if i & 0xFFFE == 0 { try t.pollNative() }
    }
    let isArray = t.isSubtype(cls.unchecked(), t.types.bytearray)
    let plain = try out.finish()
    if cls == Value(t.types.bytes) { return plain }
    if isArray && cls == Value(t.types.bytearray) { return Value(try ByteArrayType.make(t, BytesSupport.view(plain))) }
    return try t.call(cls, plain)
  }
}
