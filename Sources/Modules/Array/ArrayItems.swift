import Builtins
import Glibc
import Runtime

/// The items of an array: reading, and converting values.
enum ArrayItems {
  typealias Array = Ref<ArrayObject>

  /// All typecodes, in CPython's order.
  static let codes: StaticString = "bBuwhHiIlLqQfd"

  static func isCode(_ t: Thread, _ code: UInt32) -> Bool {
    if code == UInt32(UInt8(ascii: "w")) { return t.has(.wideCharacterArrays) }
    return (0..<codes.utf8CodeUnitCount).contains { UInt32(codes.utf8Start[$0]) == code }
  }

  /// Bytes of an item.
  static func size(_ code: UInt8) -> Int {
    switch code {
    case UInt8(ascii: "b"), UInt8(ascii: "B"): 1
    case UInt8(ascii: "h"), UInt8(ascii: "H"): 2
    case UInt8(ascii: "l"), UInt8(ascii: "L"), UInt8(ascii: "q"), UInt8(ascii: "Q"), UInt8(ascii: "d"): 8
    default: 4
    }
  }

  static func load(_ t: Thread, _ array: Array, _ index: Int) throws(Raised) -> Value {
    let bytes = UnsafePointer(array.bytes) + index * array.itemSize
    guard array.isText else {
      return try MemoryItem.load(t, array.code, bytes)
    }
    let codePoint = UnsafeRawPointer(bytes).load(as: UInt32.self)
    if codePoint > 0x10FFFF { throw notInRange(t, codePoint) }
    return try t.str(codePoint: codePoint)
  }

  /// ValueError for an item that is no character.
  static func notInRange(_ t: Thread, _ codePoint: UInt32) -> Raised {
    do throws(Raised) {
      var digits = TextBuilder(t)
      try digits.append(hex: UInt64(codePoint), digits: 1)
      return t.raise(t.types.valueError, "character U+%S is not in range [U+0000; U+10ffff]", try digits.finish())
    } catch { return error }
  }

  // MARK: Converting

  /// The bits of an item with the value `v`; calls `__index__` or `__float__`.
  static func bits(_ t: Thread, _ code: UInt8, _ v: Value) throws(Raised) -> UInt64 {
    switch code {
    case UInt8(ascii: "d"): return try t.asDouble(v).bitPattern
    case UInt8(ascii: "f"): return UInt64(Float(try t.asDouble(v)).bitPattern)
    case UInt8(ascii: "u"), UInt8(ascii: "w"): return UInt64(try character(t, v))
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "i"): return try short(t, code, v)
    case UInt8(ascii: "l"):
      guard let n = IntOperand(try t.cIntObject(v)).asInt else {
        throw t.raise(t.types.overflowError, "Python int too large to convert to C long")
      }
      return UInt64(bitPattern: Int64(n))
    case UInt8(ascii: "q"):
      guard let n = IntOperand(try t.cIntObject(v)).asInt else { throw t.raise(t.types.overflowError, "int too big to convert") }
      return UInt64(bitPattern: Int64(n))
    default: return try unsigned(t, code, v)
    }
  }

  private static func character(_ t: Thread, _ v: Value) throws(Raised) -> UInt32 {
    guard v.isKind(.str) else { throw t.raise(.arrayItemNotStr, v) }
    let text: Ref<StrObject> = v.unchecked()
    guard text.count == 1 else { throw t.raise(.arrayItemNotCharacter, try t.int(text.count)) }
    return text.codePoint(0)
  }

  /// Items that CPython takes as a C short or int first.
  private static func short(_ t: Thread, _ code: UInt8, _ v: Value) throws(Raised) -> UInt64 {
    let isInt = code == UInt8(ascii: "i") || code == UInt8(ascii: "H")
    let n = isInt ? try t.parsedInt(v) : try parsedShort(t, code, v)
    func fits(_ low: Int, _ high: Int, _ less: StaticString, _ more: StaticString) throws(Raised) {
      if n < low { throw t.raise(t.types.overflowError, less) }
      if n > high { throw t.raise(t.types.overflowError, more) }
    }
    switch code {
    case UInt8(ascii: "b"): try fits(-128, 127, "signed char is less than minimum", "signed char is greater than maximum")
    case UInt8(ascii: "H"): try fits(0, 65535, "unsigned short is less than minimum", "unsigned short is greater than maximum")
    default: break
    }
    return UInt64(bitPattern: Int64(n))
  }

  private static func parsedShort(_ t: Thread, _ code: UInt8, _ v: Value) throws(Raised) -> Int {
    guard let n = IntOperand(try t.cIntObject(v)).asInt else {
      throw t.raise(t.types.overflowError, "Python int too large to convert to C long")
    }
    if code == UInt8(ascii: "B") {
      if n < 0 { throw t.raise(t.types.overflowError, "unsigned byte integer is less than minimum") }
      if n > 255 { throw t.raise(t.types.overflowError, "unsigned byte integer is greater than maximum") }
      return n
    }
    if n < -32768 { throw t.raise(t.types.overflowError, "signed short integer is less than minimum") }
    if n > 32767 { throw t.raise(t.types.overflowError, "signed short integer is greater than maximum") }
    return n
  }

  private static func unsigned(_ t: Thread, _ code: UInt8, _ v: Value) throws(Raised) -> UInt64 {
    if v.isFloat, t.lookupSpecial(v, .__index__).isNull { throw t.raise(.arrayItemNotInt, v) }
    let number = IntOperand(try t.cIntObject(v))
    let isLongLong = code == UInt8(ascii: "Q")
    if number.isNegative {
      throw t.raise(t.types.overflowError, isLongLong ? "can't convert negative int to unsigned" : "can't convert negative value to unsigned int")
    }
    if number.count > 1 {
      throw t.raise(t.types.overflowError, isLongLong ? "int too big to convert" : "Python int too large to convert to C unsigned long")
    }
    let low = number.count == 0 ? 0 : number.low
    if code == UInt8(ascii: "I") && low >> 32 != 0 { throw t.raise(t.types.overflowError, "unsigned int is greater than maximum") }
    return low
  }

  /// Stores the value at an index that is in the array after the conversion of the value.
  static func store(_ t: Thread, _ array: Array, _ index: Int, _ v: Value) throws(Raised) {
    let bits = try bits(t, array.code, v)
    if index < array.count { MemoryItem.store(bits, array.itemSize, array.bytes + index * array.itemSize) }
  }

  /// Inserts a value in front of the item at `index`, which is clamped.
  static func insert(_ t: Thread, _ array: Array, _ index: Int, _ v: Value) throws(Raised) {
    var item = try bits(t, array.code, v).littleEndian
    let at = index < 0 ? max(index &+ array.count, 0) : min(index, array.count)
    try withUnsafeBytes(of: &item) { bytes throws(Raised) in
      guard let base = bytes.baseAddress else { return }
      try ArrayStorage.replace(t, array, at, at, base.assumingMemoryBound(to: UInt8.self), 1)
    }
  }
}
