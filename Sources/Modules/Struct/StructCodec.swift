import Builtins
import Glibc
import Runtime

/// Packs values into bytes and takes them out again, field by field.
struct StructCodec {
  let t: Thread
  let format: StructFormat

  // MARK: Unpacking

  /// The values in `bytes`, which has the size of the format.
  func unpack(_ bytes: UnsafePointer<UInt8>) throws(Raised) -> Value {
    if format.itemCount > 1 << 40 { throw t.raiseMemoryError() }
    let result = try t.tuple(count: max(format.itemCount, 0))
    var k = 0
    for i in 0..<format.fieldCount {
      let field = format.field(i)
      for n in 0..<field.count {
        result.items[k] = try load(field, bytes + field.offset + n * field.size)
        k += 1
      }
      try t.pollNative()
    }
    return Value(result)
  }

  /// The bits of a number, lowest byte first or last.
  private func bits(_ bytes: UnsafePointer<UInt8>, _ size: Int) -> UInt64 {
    var result: UInt64 = 0
    for i in 0..<size { result = result << 8 | UInt64(bytes[format.isBigEndian ? i : size - 1 - i]) }
    return result
  }

  private func signed(_ bits: UInt64, _ size: Int) -> Int {
    let shift = UInt64(64 - 8 * size)
    return Int(Int64(bitPattern: bits << shift) >> Int64(shift))
  }

  private func load(_ field: StructField, _ bytes: UnsafePointer<UInt8>) throws(Raised) -> Value {
    switch field.code {
    case UInt8(ascii: "s"): return try t.bytes(copying: bytes, count: field.size)
    case UInt8(ascii: "p"):
      if field.size == 0 { return t.interpreter.emptyBytes }
      return try t.bytes(copying: bytes + 1, count: min(Int(bytes[0]), field.size - 1))
    case UInt8(ascii: "c"): return try t.bytes(copying: bytes, count: 1)
    case UInt8(ascii: "?"): return Value(bytes[0] != 0)
    case UInt8(ascii: "e"): return try t.float(HalfFloat.value(UInt16(truncatingIfNeeded: bits(bytes, 2)), keepsPayload: t.has(.nanPayloads)))
    case UInt8(ascii: "f"): return try t.float(single(bytes))
    case UInt8(ascii: "d"): return try t.float(Double(bitPattern: bits(bytes, 8)))
    case UInt8(ascii: "F"): return try t.complex(single(bytes), single(bytes + 4))
    case UInt8(ascii: "D"): return try t.complex(Double(bitPattern: bits(bytes, 8)), Double(bitPattern: bits(bytes + 8, 8)))
    case UInt8(ascii: "b"), UInt8(ascii: "h"), UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "q"), UInt8(ascii: "n"):
      return try t.int(signed(bits(bytes, field.size), field.size))
    default: return try t.int(bits(bytes, field.size))
    }
  }

  private func single(_ bytes: UnsafePointer<UInt8>) -> Double {
    let bits = UInt32(truncatingIfNeeded: bits(bytes, 4))
    let narrow = Float(bitPattern: bits)
    return narrow.isNaN && !format.isNative && t.has(.nanPayloads) ? HalfFloat.value(ofSingleNaN: bits) : Double(narrow)
  }

  // MARK: Packing

  /// Writes `values` (as many as the format has items) to `to`, which is zeroed and has the size of the format.
  func pack(_ values: Slots, _ to: UnsafeMutablePointer<UInt8>) throws(Raised) {
    var k = 0
    for i in 0..<format.fieldCount {
      let field = format.field(i)
      for n in 0..<field.count {
        try store(field, values[k], to + field.offset + n * field.size)
        k += 1
      }
      try t.pollNative()
    }
  }

  private func put(_ bits: UInt64, _ size: Int, _ to: UnsafeMutablePointer<UInt8>) {
    var rest = bits
    for i in 0..<size {
      to[format.isBigEndian ? size - 1 - i : i] = UInt8(truncatingIfNeeded: rest)
      rest >>= 8
    }
  }

  private func store(_ field: StructField, _ v: Value, _ to: UnsafeMutablePointer<UInt8>) throws(Raised) {
    switch field.code {
    case UInt8(ascii: "s"), UInt8(ascii: "p"): try storeText(field, v, to)
    case UInt8(ascii: "c"):
      guard v.isKind(.bytes), v.unchecked(as: BytesObject.self).count == 1 else {
        throw StructModule.error(t, "char format requires a bytes object of length 1")
      }
      to[0] = v.unchecked(as: BytesObject.self).bytes[0]
    case UInt8(ascii: "?"): to[0] = try t.truth(v) ? 1 : 0
    case UInt8(ascii: "e"), UInt8(ascii: "f"), UInt8(ascii: "d"):
      let x = try number(v)
      do throws(Raised) { try storeFloat(field.code, x, to) } catch {
        guard v.isInt else { throw error }
        _ = t.takeException()
        throw StructModule.error(t, "int too large to convert")
      }
    case UInt8(ascii: "F"), UInt8(ascii: "D"): try storeComplex(field, v, to)
    default: put(try integer(field, v), field.size, to)
    }
  }

  private func storeText(_ field: StructField, _ v: Value, _ to: UnsafeMutablePointer<UInt8>) throws(Raised) {
    guard v.isKind(.bytes) || v.isKind(.bytearray), let bytes = ByteView(t, v) else {
      throw StructModule.error(
        t, field.code == UInt8(ascii: "s") ? "argument for 's' must be a bytes object" : "argument for 'p' must be a bytes object")
    }
    if field.code == UInt8(ascii: "s") {
      for i in 0..<min(bytes.count, field.size) { to[i] = bytes[i] }
    } else if field.size > 0 {
      let count = min(bytes.count, field.size - 1)
      for i in 0..<count { to[i + 1] = bytes[i] }
      to[0] = UInt8(min(count, 255))
    }
  }

  /// A float argument; the format's own error for anything that is no number.
  private func number(_ v: Value) throws(Raised) -> Double {
    do throws(Raised) { return try t.asDouble(v) } catch {
      _ = t.takeException()
      throw StructModule.error(t, "required argument is not a float")
    }
  }

  private func storeFloat(_ code: UInt8, _ x: Double, _ to: UnsafeMutablePointer<UInt8>) throws(Raised) {
    switch code {
    case UInt8(ascii: "d"): put(x.bitPattern, 8, to)
    case UInt8(ascii: "f"):
      let narrow = Float(x)
      if narrow.isInfinite, x.isFinite, !format.isNative || t.has(.checkedNativeFloats) {
        throw t.raise(t.types.overflowError, "float too large to pack with f format")
      }
      put(UInt64(x.isNaN && !format.isNative && t.has(.nanPayloads) ? HalfFloat.single(ofNaN: x) : narrow.bitPattern), 4, to)
    default:
      guard let half = HalfFloat.bits(x, keepsPayload: t.has(.nanPayloads)) else { throw t.raise(t.types.overflowError, "float too large to pack with e format") }
      put(UInt64(half), 2, to)
    }
  }

  private func storeComplex(_ field: StructField, _ v: Value, _ to: UnsafeMutablePointer<UInt8>) throws(Raised) {
    let number: Complex
    do throws(Raised) { number = try t.asComplex(v) } catch {
      _ = t.takeException()
      throw StructModule.error(t, "required argument is not a complex")
    }
    let half = field.size / 2
    if half == 8 {
      put(number.real.bitPattern, 8, to)
      put(number.imaginary.bitPattern, 8, to + 8)
    } else {
      put(UInt64(Float(number.real).bitPattern), 4, to)
      put(UInt64(Float(number.imaginary).bitPattern), 4, to + 4)
    }
  }

  /// The bits of an int that fits the field.
  private func integer(_ field: StructField, _ v: Value) throws(Raised) -> UInt64 {
    var plain = v
    if !v.isInt {
      if t.lookupSpecial(v, .__index__).isNull { throw StructModule.error(t, "required argument is not an integer") }
      plain = try t.asIndexObject(v)
    }
    let number = IntOperand(plain)
    let magnitude = number.count == 0 ? 0 : number.low
    let width = UInt64(field.size * 8)
    let isWide = number.count > 1
    let bits = number.isNegative ? 0 &- magnitude : magnitude
    if field.code == UInt8(ascii: "P") {
      if isWide || number.isNegative && magnitude > 1 << 63 { throw StructModule.error(t, "int too large to convert") }
      return bits
    }
    let isSigned = field.code >= UInt8(ascii: "a")
    let fits: Bool
    if isSigned {
      fits = !isWide && (number.isNegative ? magnitude <= 1 << (width - 1) : magnitude < 1 << (width - 1))
    } else {
      fits = !isWide && !number.isNegative && (width == 64 || magnitude >> width == 0)
    }
    if fits { return bits }
    throw try outOfRange(field, number, isSigned)
  }

  private func outOfRange(_ field: StructField, _ number: IntOperand, _ isSigned: Bool) throws(Raised) -> Raised {
    let isLong = field.size == 8
    // Numbers that do not fit the machine's words have words of their own in older versions.
    let isUnsignedWord = !isSigned && (field.size >= 4 || field.size == 2 && format.isBigEndian)
    let fitsWord = isUnsignedWord ? number.count <= 1 && !number.isNegative : number.asInt != nil
    if t.has(.structRangesWithoutBounds), isLong || !fitsWord {
      return StructModule.error(t, isLong && format.isBigEndian ? "int too large to convert" : "argument out of range")
    }
    if t.has(.structRangesWithoutBounds), field.size == 1 || field.size == 2 && !format.isBigEndian {
      switch field.code {
      case UInt8(ascii: "b"): return StructModule.error(t, "byte format requires -128 <= number <= 127")
      case UInt8(ascii: "B"): return StructModule.error(t, "ubyte format requires 0 <= number <= 255")
      case UInt8(ascii: "h"): return StructModule.error(t, try t.str(t.template(.packedShort)))
      default: return StructModule.error(t, try t.str(t.template(.packedUnsignedShort)))
      }
    }
    let width = Int(field.size * 8)
    let high: Value
    if isSigned {
      high = try t.int(Int(Int64.max >> Int64(64 - width)))
    } else {
      high = try t.int(UInt64.max >> UInt64(64 - width))
    }
    let low = isSigned ? try t.int(Int(Int64.min >> Int64(64 - width))) : Value(small: 0)
    let name = try t.str(codePoint: UInt32(field.code))
    return StructModule.error(t, try t.text("'%S' format requires %S <= number <= %S", name, low, high))
  }
}
