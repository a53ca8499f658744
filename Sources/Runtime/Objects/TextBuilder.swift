import Glibc

/// Builds a str piece by piece. The units lie in a cell of the heap (counted by the memory limit, found by the stack scan while the builder
/// is a local variable), so nothing needs freeing when an error leaves. They lie where those of a str do, so that the cell becomes the str in the end
/// if that wastes little. They start with one byte per code point and widen when a larger
/// code point arrives. Keep it in a local variable, and pass it `inout` or use it in place.
@frozen
public struct TextBuilder: BitwiseCopyable {
  public let thread: Thread
  @usableFromInline var buffer: Ref<BufferObject>
  /// Code points so far.
  public private(set) var count: Int
  @usableFromInline var capacity: Int
  /// Bytes per code point: 1, 2 or 4.
  @usableFromInline var width: Int
  /// All code points or'ed: below 128 means ASCII; decides the width of the result.
  @usableFromInline var union: UInt32

  public init(_ thread: Thread) {
    self.thread = thread
    buffer = .none
    count = 0
    capacity = 0
    width = 1
    union = 0
  }

  /// A builder with room for `capacity` code points that take one byte each.
  public init(_ thread: Thread, capacity: Int) throws(Raised) {
    self.init(thread)
    if capacity > 0 { try grow(capacity, 0) }
  }

  private var units: UnsafeMutableRawPointer { buffer.raw + MemoryLayout<StrObject>.size }

  /// The first cell: with what lies before the units one of 64 bytes, as a str of some ten characters has.
  private static var leastCapacity: Int { 28 }

  /// Makes room for `extra` more code points of at most `widest`.
  @inline(never)
  private mutating func grow(_ extra: Int, _ widest: UInt32) throws(Raised) {
    let newWidth = max(width, widest < 0x100 ? 1 : widest < 0x1_0000 ? 2 : 4)
    var newCapacity = capacity
    if count + extra > capacity { newCapacity = max(count + extra, capacity * 2, TextBuilder.leastCapacity) }
    let (bytes, overflow) = newCapacity.multipliedReportingOverflow(by: newWidth)
    if overflow { throw thread.raiseMemoryError() }
    let cell: Ref<BufferObject> = try thread.allocate(
      BufferObject.self, bytes: MemoryLayout<StrObject>.size + bytes, kind: .rawBuffer, type: .none, tracedWords: 0)
    let to = cell.raw + MemoryLayout<StrObject>.size
    if count > 0 { copyUnits(from: units, width: width, to: to, width: newWidth, count: count) }
    if !buffer.isNone { giveBack() }
    buffer = cell
    capacity = newCapacity
    width = newWidth
  }

  /// Lets the heap have the cell again, if it can take it.
  private func giveBack() { thread.giveBack(buffer.raw, bytes: MemoryLayout<StrObject>.size + capacity * width) }

  @inline(__always)
  private mutating func reserve(_ extra: Int, _ widest: UInt32) throws(Raised) {
    if count &+ extra > capacity || widest >= 0x100 && (width == 1 || widest >= 0x1_0000 && width == 2) { try grow(extra, widest) }
  }

  @inline(__always)
  private func put(_ codePoint: UInt32, at index: Int) {
    switch width {
    case 1: units.storeBytes(of: UInt8(truncatingIfNeeded: codePoint), toByteOffset: index, as: UInt8.self)
    case 2: units.storeBytes(of: UInt16(truncatingIfNeeded: codePoint), toByteOffset: index &* 2, as: UInt16.self)
    default: units.storeBytes(of: codePoint, toByteOffset: index &* 4, as: UInt32.self)
    }
  }

  public mutating func append(codePoint: UInt32) throws(Raised) {
    try reserve(1, codePoint)
    put(codePoint, at: count)
    union |= codePoint
    count &+= 1
  }

  public mutating func append(repeating codePoint: UInt32, count times: Int) throws(Raised) {
    if times <= 0 { return }
    guard times < Int.max / 8 else { throw thread.raiseMemoryError() }
    try reserve(times, codePoint)
    for k in 0..<times { put(codePoint, at: count &+ k) }
    union |= codePoint
    count &+= times
  }

  /// One of the code points so far.
  func codePoint(_ index: Int) -> UInt32 { loadUnit(units, index, width) }

  /// Drops ASCII characters from the end.
  mutating func truncate(to length: Int) { count = length }

  /// Puts ASCII characters in front of what was appended from the code point `index` on.
  public mutating func insert(repeating codePoint: UInt8, count times: Int, at index: Int) throws(Raised) {
    if times <= 0 { return }
    guard times < Int.max / 8 else { throw thread.raiseMemoryError() }
    try reserve(times, 0)
    let start = units + index &* width
    memmove(start + times &* width, start, (count &- index) &* width)
    for k in 0..<times { put(UInt32(codePoint), at: index &+ k) }
    count &+= times
  }

  /// Decimal digits.
  public mutating func append(decimal number: Int) throws(Raised) {
    var magnitude = number.magnitude
    var digits = 1
    var bound: UInt = 10
    while magnitude >= bound && digits < 19 {
      digits &+= 1
      bound &*= 10
    }
    if digits == 19 && magnitude >= bound { digits = 20 }
    let sign = number < 0 ? 1 : 0
    try reserve(digits &+ sign, 0)
    if sign == 1 { put(45, at: count) }
    count &+= digits &+ sign
    var at = count
    repeat {
      at &-= 1
      put(UInt32(48 &+ magnitude % 10), at: at)
      magnitude /= 10
    } while magnitude > 0
  }

  /// A number of which the last `precision` digits, at least one, are behind the point.
  mutating func append(fixed number: UInt64, precision: Int, isNegative: Bool) throws(Raised) {
    var digits = 1
    var bound: UInt64 = 10
    while digits < 19, number >= bound {
      digits &+= 1
      bound &*= 10
    }
    let length = max(digits, precision &+ 1) &+ (isNegative ? 2 : 1)
    try reserve(length, 0)
    if isNegative { put(45, at: count) }
    let first = isNegative ? count &+ 1 : count
    let point = count &+ length &- precision &- 1
    count &+= length
    var rest = number
    var at = count
    while at > first {
      at &-= 1
      if at == point {
        put(46, at: at)
      } else {
        put(UInt32(truncatingIfNeeded: 48 &+ rest % 10), at: at)
        rest /= 10
      }
    }
  }

  /// An address as `%p` prints it: `0x` and lower-case digits.
  public mutating func append(address: UInt64) throws(Raised) {
    try append("0x")
    try append(hex: address, digits: 1)
  }

  /// Lower-case hexadecimal, at least `digits` of them.
  public mutating func append(hex number: UInt64, digits: Int) throws(Raised) {
    var shift = max((63 - (number | 1).leadingZeroBitCount) / 4, digits - 1) * 4
    while shift >= 0 {
      let digit = UInt32(number >> UInt64(shift) & 15)
      try append(codePoint: digit < 10 ? 48 + digit : 87 + digit)
      shift -= 4
    }
  }

  /// ASCII bytes.
  public mutating func append(ascii bytes: UnsafePointer<UInt8>, count n: Int) throws(Raised) {
    if n <= 0 { return }
    try reserve(n, 0)
    if width == 1 {
      (units + count).copyMemory(from: bytes, byteCount: n)
    } else {
      for k in 0..<n { put(UInt32(bytes[k]), at: count &+ k) }
    }
    count &+= n
  }

  /// Valid UTF-8.
  public mutating func append(utf8 bytes: UnsafeBufferPointer<UInt8>) throws(Raised) {
    var k = 0
    while k < bytes.count {
      let first = bytes[k]
      if first < 0x80 {
        try append(codePoint: UInt32(first))
        k += 1
        continue
      }
      let extra = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
      var codePoint = UInt32(first) & (0x3F >> UInt32(extra))
      for j in 1...extra { codePoint = codePoint << 6 | UInt32(bytes[k + j] & 0x3F) }
      try append(codePoint: codePoint)
      k += extra + 1
    }
  }

  public mutating func append(_ text: StaticString) throws(Raised) {
    if text.hasPointerRepresentation {
      if text.isASCII {
        try append(ascii: text.utf8Start, count: text.utf8CodeUnitCount)
      } else {
        try append(utf8: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
      }
    } else {
      try append(codePoint: text.unicodeScalar.value)
    }
  }

  /// A Swift String (not for hot paths).
  @_disfavoredOverload
  public mutating func append(_ text: String) throws(Raised) {
    for scalar in text.unicodeScalars { try append(codePoint: scalar.value) }
  }

  /// A str (a subclass instance too).
  public mutating func append(_ v: Value) throws(Raised) {
    let s: Ref<StrObject> = v.unchecked()
    try append(str: v, from: 0, to: s.count)
  }

  /// The code points `from ..< to` of a str.
  public mutating func append(str v: Value, from: Int, to: Int) throws(Raised) {
    let s: Ref<StrObject> = v.unchecked()
    let n = to &- from
    if n <= 0 { return }
    // The largest code point that the width of `s` allows: the width of the result is decided at the end.
    let widest: UInt32 = s.width == 1 ? 0xFF : s.width == 2 ? 0xFFFF : 0x10_FFFF
    try reserve(n, widest)
    let sourceWidth = Int(s.width)
    copyUnits(from: s.bytes + from &* sourceWidth, width: sourceWidth, to: units + count &* width, width: width, count: n)
    if s.isASCII {
      // `union` stays below 128.
    } else if sourceWidth == 1 || from == 0 && n == s.count {
      union |= sourceWidth == 1 ? latin1Union(s.bytes + from, n) : widest
    } else {
      for k in from..<to { union |= s.codePoint(k) }
    }
    count &+= n
  }

  /// The str. The builder may not be used afterwards.
  public func finish() throws(Raised) -> Value {
    if count == 0 {
      if !buffer.isNone { giveBack() }
      return thread.interpreter.emptyStr
    }
    let resultWidth = union < 0x100 ? 1 : union < 0x1_0000 ? 2 : 4
    if count == 1 && resultWidth == 1 { return thread.interpreter.latin1[Int(units.load(as: UInt8.self))] }
    if resultWidth == width, let s = adopted() { return s }
    let s = try thread.newStr(count: count, width: resultWidth, isASCII: union < 0x80)
    copyUnits(from: units, width: width, to: s.raw + MemoryLayout<StrObject>.size, width: resultWidth, count: count)
    giveBack()
    return Value(s)
  }
}

extension TextBuilder {
  /// The cell itself as a str; nil if a new one would be smaller by more than an eighth.
  private func adopted() -> Value? {
    let bytes = MemoryLayout<StrObject>.size + count * width
    let room = MemoryLayout<StrObject>.size + capacity * width
    guard (room + 15) >> 4 == (bytes + 15) >> 4 || room - bytes <= bytes >> 3 else { return nil }
    buffer.raw.storeBytes(
      of: ObjectHeader(type: thread.types.str, kind: .str, flags: ObjectFlags(), small: 0, tracedWords: 0), as: ObjectHeader.self)
    let s = Ref<StrObject>(bits: buffer.bits)
    s.count = count
    s.hash = -1
    s.width = UInt8(truncatingIfNeeded: width)
    s.isASCII = union < 0x80
    return Value(s)
  }
}

@inline(__always)
private func latin1Union(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
  var all: UInt8 = 0
  for k in 0..<count { all |= bytes[k] }
  return UInt32(all)
}

/// Copies code points between buffers of different widths; when narrowing, all of them must fit.
func copyUnits(from: UnsafeMutableRawPointer, width: Int, to: UnsafeMutableRawPointer, width newWidth: Int, count: Int) {
  switch (width, newWidth) {
  case (1, 1), (2, 2), (4, 4): to.copyMemory(from: from, byteCount: count &* width)
  case (1, 2): convert(from.assumingMemoryBound(to: UInt8.self), to.assumingMemoryBound(to: UInt16.self), count)
  case (1, 4): convert(from.assumingMemoryBound(to: UInt8.self), to.assumingMemoryBound(to: UInt32.self), count)
  case (2, 4): convert(from.assumingMemoryBound(to: UInt16.self), to.assumingMemoryBound(to: UInt32.self), count)
  case (2, 1): convert(from.assumingMemoryBound(to: UInt16.self), to.assumingMemoryBound(to: UInt8.self), count)
  case (4, 1): convert(from.assumingMemoryBound(to: UInt32.self), to.assumingMemoryBound(to: UInt8.self), count)
  default: convert(from.assumingMemoryBound(to: UInt32.self), to.assumingMemoryBound(to: UInt16.self), count)
  }
}

@inline(__always)
private func convert<From: FixedWidthInteger, To: FixedWidthInteger>(_ from: UnsafePointer<From>, _ to: UnsafeMutablePointer<To>, _ count: Int) {
  for k in 0..<count { to[k] = To(truncatingIfNeeded: from[k]) }
}
