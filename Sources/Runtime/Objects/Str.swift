import Glibc

// Making, comparing and joining strs. Text that comes from outside is UTF-8 in which surrogates may be encoded (WTF-8), because a Python str may hold them.

extension Ref where T == StrObject {
  /// Bytes of the code units.
  @inlinable @inline(__always) public var byteCount: Int { self.count &* Int(self.width) }

  /// Writes a code point that fits the width.
  @inlinable @inline(__always) public func setCodePoint(_ index: Int, _ codePoint: UInt32) {
    switch self.width {
    case 1: units8[index] = UInt8(truncatingIfNeeded: codePoint)
    case 2: units16[index] = UInt16(truncatingIfNeeded: codePoint)
    default: units32[index] = codePoint
    }
  }
}

/// The width of a str whose largest code point (or the bitwise or of all of them) is `bits`.
@inlinable @inline(__always)
public func strWidth(_ bits: UInt32) -> Int { bits < 0x100 ? 1 : bits < 0x1_0000 ? 2 : 4 }

// MARK: - Making

extension Thread {
  /// A str of `count` code points whose units the caller writes at once. The width must be the smallest for what is written.
  @inline(__always)
  public func newStr(count: Int, width: Int, isASCII: Bool) throws(Raised) -> Ref<StrObject> {
    try newStr(count: count, width: width, isASCII: isASCII, type: self.types.str)
  }

  /// A plain str of `count` ASCII characters, which the caller fills in. At least two; the length is known to be that of something there is.
  @inline(__always)
  func newASCII(_ count: Int) throws(Raised) -> Ref<StrObject> {
    let s: Ref<StrObject> = try allocate(bytes: MemoryLayout<StrObject>.size &+ count, kind: .str, type: self.types.str, tracedWords: 0)
    s.count = count
    s.hash = -1
    s.width = 1
    s.isASCII = true
    return s
  }

  /// The same for str or a subclass of it.
  public func newStr(count: Int, width: Int, isASCII: Bool, type: Ref<TypeObject>) throws(Raised) -> Ref<StrObject> {
    let (units, overflow) = count.multipliedReportingOverflow(by: width)
    if overflow || units > 1 << 46 { throw raiseMemoryError() }
    let s = try allocateInstance(type, StrObject.self, bytes: MemoryLayout<StrObject>.size &+ units, kind: .str, tracedWords: 0)
    s.count = count
    s.hash = -1
    s.width = UInt8(truncatingIfNeeded: width)
    s.isASCII = isASCII
    return s
  }

  /// A str of ASCII or Latin-1 text.
  public func str(latin1 bytes: UnsafePointer<UInt8>, count: Int) throws(Raised) -> Value {
    if count <= 1 { return count == 0 ? self.interpreter.emptyStr : self.interpreter.latin1[Int(bytes[0])] }
    let s = try newStr(count: count, width: 1, isASCII: isASCIIOnly(bytes, count))
    memcpy(s.bytes, bytes, count)
    return Value(s)
  }

  /// A str of ASCII text (the caller knows that it is).
  public func str(ascii bytes: UnsafePointer<UInt8>, count: Int) throws(Raised) -> Value {
    if count <= 1 { return count == 0 ? self.interpreter.emptyStr : self.interpreter.latin1[Int(bytes[0])] }
    let s = try newStr(count: count, width: 1, isASCII: true)
    memcpy(s.bytes, bytes, count)
    return Value(s)
  }

  public func str(_ text: StaticString) throws(Raised) -> Value {
    if !text.hasPointerRepresentation { return try str(codePoint: text.unicodeScalar.value) }
    return try str(utf8: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Cold paths only.
  public func str(_ text: String) throws(Raised) -> Value {
    var builder = TextBuilder(self)
    try builder.append(text)
    return try builder.finish()
  }

  /// A str from UTF-8; encoded surrogates become surrogates, a byte that is no UTF-8 becomes U+FFFD.
  public func str(utf8: UnsafeBufferPointer<UInt8>) throws(Raised) -> Value {
    guard let base = utf8.baseAddress, utf8.count > 0 else { return self.interpreter.emptyStr }
    if isASCIIOnly(base, utf8.count) { return try str(ascii: base, count: utf8.count) }
    var bits: UInt32 = 0
    var count = 0
    var i = 0
    while i < utf8.count {
      bits |= decodeWTF8(base, utf8.count, &i)
      count += 1
    }
    if count == 1 { return try str(codePoint: bits) }
    let s = try newStr(count: count, width: strWidth(bits), isASCII: false)
    i = 0
    for k in 0..<count { s.setCodePoint(k, decodeWTF8(base, utf8.count, &i)) }
    return Value(s)
  }

  /// A str of one code point (0 ... 0x10FFFF, surrogates included).
  @inline(__always)
  public func str(codePoint: UInt32) throws(Raised) -> Value {
    codePoint < 0x100 ? self.interpreter.latin1[Int(codePoint)] : try wideCharacter(codePoint)
  }

  @inline(never)
  @usableFromInline func wideCharacter(_ codePoint: UInt32) throws(Raised) -> Value {
    let s = try newStr(count: 1, width: strWidth(codePoint), isASCII: false)
    s.setCodePoint(0, codePoint)
    return Value(s)
  }

  /// A str from code points.
  public func str(codePoints: UnsafePointer<UInt32>, count: Int) throws(Raised) -> Value {
    if count == 0 { return self.interpreter.emptyStr }
    if count == 1 { return try str(codePoint: codePoints[0]) }
    var bits: UInt32 = 0
    for i in 0..<count { bits |= codePoints[i] }
    let s = try newStr(count: count, width: strWidth(bits), isASCII: bits < 0x80)
    for i in 0..<count { s.setCodePoint(i, codePoints[i]) }
    return Value(s)
  }

  /// The code points `start ..< end` of a str as a plain str of minimal width.
  public func substring(_ s: Ref<StrObject>, _ start: Int, _ end: Int) throws(Raised) -> Value {
    let count = end &- start
    if count <= 0 { return self.interpreter.emptyStr }
    if count == 1 { return try str(codePoint: s.codePoint(start)) }
    if count == s.count && s.header.type == self.types.str { return Value(s) }
    if s.width == 1 {
      if s.isASCII {
        let result = try newASCII(count)
        memcpy(result.units8, s.units8 + start, count)
        return Value(result)
      }
      let isASCII = isASCIIOnly(s.units8 + start, count)
      let result = try newStr(count: count, width: 1, isASCII: isASCII)
      memcpy(result.units8, s.units8 + start, count)
      return Value(result)
    }
    return try wideSubstring(s, start, count)
  }

  private func wideSubstring(_ s: Ref<StrObject>, _ start: Int, _ count: Int) throws(Raised) -> Value {
    if s.width == 4 { return try str(codePoints: s.units32 + start, count: count) }
    let units = s.units16 + start
    var bits: UInt16 = 0
    for i in 0..<count { bits |= units[i] }
    let result = try newStr(count: count, width: strWidth(UInt32(bits)), isASCII: bits < 0x80)
    for i in 0..<count { result.setCodePoint(i, UInt32(units[i])) }
    return Value(result)
  }
}

/// Whether all bytes are below 128.
public func isASCIIOnly(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
  let raw = UnsafeRawPointer(bytes)
  var i = 0
  while i &+ 32 <= count {
    let first = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) | raw.loadUnaligned(fromByteOffset: i &+ 8, as: UInt64.self)
    let second = raw.loadUnaligned(fromByteOffset: i &+ 16, as: UInt64.self) | raw.loadUnaligned(fromByteOffset: i &+ 24, as: UInt64.self)
    if (first | second) & 0x8080_8080_8080_8080 != 0 { return false }
    i = i &+ 32
  }
  while i &+ 8 <= count {
    if raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
    i = i &+ 8
  }
  while i < count {
    if bytes[i] >= 0x80 { return false }
    i = i &+ 1
  }
  return true
}

/// Decodes one code point of UTF-8 that may contain encoded surrogates; a malformed byte gives U+FFFD. Moves `i` behind it.
func decodeWTF8(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ i: inout Int) -> UInt32 {
  let first = UInt32(bytes[i])
  let at = i
  i += 1
  if first < 0x80 { return first }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  if first < 0xC2 || first > 0xF4 || at + length > count { return 0xFFFD }
  var codePoint = first & (0xFF >> UInt32(length + 1))
  for k in 1..<length {
    let byte = UInt32(bytes[at + k])
    if byte & 0xC0 != 0x80 { return 0xFFFD }
    codePoint = codePoint << 6 | (byte & 0x3F)
  }
  if codePoint > 0x10FFFF || (length == 3 && codePoint < 0x800) || (length == 4 && codePoint < 0x1_0000) { return 0xFFFD }
  i = at + length
  return codePoint
}

// MARK: - Comparing

/// Whether two strs have the same text.
@inlinable @inline(__always)
public func sameText(_ a: Ref<StrObject>, _ b: Ref<StrObject>) -> Bool {
  guard a.count == b.count && a.width == b.width else { return false }
  let (x, y) = (a.hash, b.hash)
  if x != y && x != -1 && y != -1 { return false }
  return memcmp(a.bytes, b.bytes, a.byteCount) == 0
}

extension Thread {
  /// Whether two strs (of kind `.str`) have the same text; the same word or both interned decides at once.
  @inlinable @inline(__always)
  public func strEquals(_ a: Value, _ b: Value) -> Bool {
    if a == b { return true }
    let x = a.unchecked(as: StrObject.self)
    let y = b.unchecked(as: StrObject.self)
    if x.header.flags.rawValue & y.header.flags.rawValue & ObjectFlags.interned.rawValue != 0 { return false }
    return sameText(x, y)
  }

  /// Order of two strs by code points: negative, 0 or positive.
  public func strCompare(_ a: Ref<StrObject>, _ b: Ref<StrObject>) -> Int {
    let shared = min(a.count, b.count)
    if a.width == 1 && b.width == 1 {
      let order = memcmp(a.units8, b.units8, shared)
      return order != 0 ? Int(order) : a.count &- b.count
    }
    for i in 0..<shared {
      let x = a.codePoint(i)
      let y = b.codePoint(i)
      if x != y { return x < y ? -1 : 1 }
    }
    return a.count &- b.count
  }

  /// Whether `v` is a str and no instance of a subclass.
  @inlinable @inline(__always)
  public func isExactStr(_ v: Value) -> Bool { v.isObject && v.object.type == self.types.str }

  /// Whether the text of a str is this ASCII text.
  public func strEquals(_ s: Value, _ text: StaticString) -> Bool {
    let str = s.unchecked(as: StrObject.self)
    return str.isASCII && str.count == text.utf8CodeUnitCount && memcmp(str.bytes, text.utf8Start, str.count) == 0
  }
}

// MARK: - Joining

/// Copies the code units of `s` to position `at` of `target`, whose width is not smaller.
@inline(__always)
public func copyUnits(_ s: Ref<StrObject>, to target: Ref<StrObject>, at: Int) {
  let width = Int(target.width)
  copyUnits(from: s.bytes, width: Int(s.width), to: target.bytes + at &* width, width: width, count: s.count)
}

extension Thread {
  /// The text of `a` followed by that of `b` (both of kind `.str`) as a plain str.
  ///
  /// Appending again and again to the same str takes time in proportion to what is appended: from the second time on the result lies in an
  /// `AppendBuffer` with room behind it, where the next result begins with the same units.
  public func strConcat(_ a: Value, _ b: Value) throws(Raised) -> Value {
    let x = a.unchecked(as: StrObject.self)
    let y = b.unchecked(as: StrObject.self)
    if y.count == 0 && x.header.type == self.types.str { return a }
    if x.count == 0 && y.header.type == self.types.str { return b }
    let count = x.count &+ y.count
    if x.isConcatenation && y.width <= x.width && count >= 256 { return try strAppend(x, y, count) }
    let result = try newStr(count: count, width: Int(max(x.width, y.width)), isASCII: x.isASCII && y.isASCII)
    copyUnits(x, to: result, at: 0)
    copyUnits(y, to: result, at: x.count)
    result.isConcatenation = true
    return Value(result)
  }

  /// `x + y`, `count` code points of x's width, in an `AppendBuffer`.
  private func strAppend(_ x: Ref<StrObject>, _ y: Ref<StrObject>, _ count: Int) throws(Raised) -> Value {
    let width = Int(x.width)
    let size = count &* width
    let used = x.byteCount
    var buffer = Ref<AppendBuffer>.none
    if x.header.flags.contains(.special) {
      buffer = x.appendBuffer
      if buffer.filled != used || buffer.capacity < size { buffer = .none }
    }
    if buffer.isNone {
      let capacity = size &+ size / 2
      buffer = try allocate(
        AppendBuffer.self, bytes: MemoryLayout<AppendBuffer>.size &+ capacity, kind: .rawBuffer, type: .none, tracedWords: 0)
      buffer.capacity = capacity
      memcpy(buffer.trailing(UInt8.self), x.bytes, used)
    }
    copyUnits(from: y.bytes, width: Int(y.width), to: buffer.trailing(UInt8.self) + used, width: width, count: y.count)
    buffer.filled = size
    let result = try allocate(
      StrObject.self, bytes: MemoryLayout<StrObject>.stride &+ 8, kind: .str, type: self.types.str, tracedWords: 0)
    result.appendBuffer = buffer
    result.header.flags.insert(.special)
    result.count = count
    result.hash = -1
    result.width = x.width
    result.isASCII = x.isASCII && y.isASCII
    result.isConcatenation = true
    return Value(result)
  }

  /// The text of a str `times` times (not more than 0 gives the empty str).
  public func strRepeat(_ s: Ref<StrObject>, _ times: Int) throws(Raised) -> Value {
    if times <= 0 || s.count == 0 { return self.interpreter.emptyStr }
    if times == 1 && s.header.type == self.types.str { return Value(s) }
    let (count, overflow) = s.count.multipliedReportingOverflow(by: times)
    if overflow { throw raise(self.types.overflowError, "repeated string is too long") }
    let result = try newStr(count: count, width: Int(s.width), isASCII: s.isASCII)
    repeatBytes(result.raw + MemoryLayout<StrObject>.size, from: s.bytes, byteCount: s.byteCount, times: times)
    return Value(result)
  }
}

/// Fills `target` with `times` copies of a run of bytes, doubling what is there.
func repeatBytes(_ target: UnsafeMutableRawPointer, from source: UnsafeRawPointer, byteCount: Int, times: Int) {
  let total = byteCount &* times
  if byteCount == 1 {
    memset(target, Int32(source.load(as: UInt8.self)), total)
    return
  }
  memcpy(target, source, byteCount)
  var done = byteCount
  while done < total {
    let step = min(done, total &- done)
    memcpy(target + done, target, step)
    done = done &+ step
  }
}
