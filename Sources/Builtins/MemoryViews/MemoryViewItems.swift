import Glibc
import Runtime

/// The format of a view's items: one character of the struct module in native mode, perhaps behind `@`.
struct MemoryViewFormat {
  /// The character; 0 for every other format.
  let code: UInt8

  init(code: UInt8) { self.code = code }

  init(_ view: Ref<MemoryViewObject>) { self.init(view.format) }

  init(_ format: Value) {
    let text: Ref<StrObject> = format.unchecked()
    if text.count == 1 {
      code = UInt8(exactly: text.codePoint(0)) ?? 0
    } else {
      code = text.count == 2 && text.codePoint(0) == 64 ? UInt8(exactly: text.codePoint(1)) ?? 0 : 0
    }
  }

  /// Bytes of an item; 0 if the format is not native.
  func size(_ t: Thread) -> Int {
    switch code {
    case UInt8(ascii: "B"), UInt8(ascii: "b"), UInt8(ascii: "c"), UInt8(ascii: "?"): 1
    case UInt8(ascii: "H"), UInt8(ascii: "h"): 2
    case UInt8(ascii: "e"): t.has(.halfFloatViews) ? 2 : 0
    case UInt8(ascii: "I"), UInt8(ascii: "i"), UInt8(ascii: "f"): 4
    case UInt8(ascii: "L"), UInt8(ascii: "l"), UInt8(ascii: "Q"), UInt8(ascii: "q"), UInt8(ascii: "N"), UInt8(ascii: "n"),
      UInt8(ascii: "P"), UInt8(ascii: "d"):
      8
    default: 0
    }
  }

  /// Whether it is one of those that other formats may be cast from and to.
  var isByte: Bool { code == UInt8(ascii: "B") || code == UInt8(ascii: "b") || code == UInt8(ascii: "c") }
}

/// Reading and writing the items of a memoryview.
enum MemoryViewItems {
  /// NotImplementedError if items of the view's format cannot be read.
  static func format(_ t: Thread, _ view: Ref<MemoryViewObject>) throws(Raised) -> MemoryViewFormat {
    let format = MemoryViewFormat(view)
    // As CPython: its memoryview reads no other formats either.
    if format.size(t) == 0 { throw t.raise(t.types.notImplementedError, "memoryview: format %S not supported", view.format) }
    return format
  }

  /// The item at an address.
  static func load(_ t: Thread, _ format: MemoryViewFormat, _ bytes: UnsafePointer<UInt8>) throws(Raised) -> Value {
    let at = UnsafeRawPointer(bytes)
    switch format.code {
    case UInt8(ascii: "b"): return Value(small: Int(at.load(as: Int8.self)))
    case UInt8(ascii: "c"): return try t.bytes(copying: bytes, count: 1)
    case UInt8(ascii: "?"): return Value(bytes[0] != 0)
    case UInt8(ascii: "H"): return Value(small: Int(at.loadUnaligned(as: UInt16.self)))
    case UInt8(ascii: "h"): return Value(small: Int(at.loadUnaligned(as: Int16.self)))
    case UInt8(ascii: "I"): return Value(small: Int(at.loadUnaligned(as: UInt32.self)))
    case UInt8(ascii: "i"): return Value(small: Int(at.loadUnaligned(as: Int32.self)))
    case UInt8(ascii: "e"): return try t.float(HalfFloat.value(at.loadUnaligned(as: UInt16.self), keepsPayload: t.has(.nanPayloads)))
    case UInt8(ascii: "f"): return try t.float(Double(at.loadUnaligned(as: Float.self)))
    case UInt8(ascii: "d"): return try t.float(at.loadUnaligned(as: Double.self))
    case UInt8(ascii: "l"), UInt8(ascii: "q"), UInt8(ascii: "n"): return try t.int(at.loadUnaligned(as: Int.self))
    case UInt8(ascii: "L"), UInt8(ascii: "Q"), UInt8(ascii: "N"), UInt8(ascii: "P"): return try t.int(at.loadUnaligned(as: UInt64.self))
    default: return Value(small: Int(bytes[0]))
    }
  }

  /// The bits of an item with the value `v`. `__index__` and the like are called.
  ///
  /// - Throws: TypeError ("memoryview: invalid type for format 'i'"), ValueError ("memoryview: invalid value for format 'i'").
  static func bits(_ t: Thread, _ view: Ref<MemoryViewObject>, _ format: MemoryViewFormat, _ v: Value) throws(Raised) -> UInt64 {
    do throws(Raised) {
      switch format.code {
      case UInt8(ascii: "?"): return try t.truth(v) ? 1 : 0
      case UInt8(ascii: "c"):
        guard v.isKind(.bytes) else { throw t.raise(t.types.typeError, "") }
        let bytes: Ref<BytesObject> = v.unchecked()
        guard bytes.count == 1 else { throw t.raise(t.types.valueError, "") }
        return UInt64(bytes.bytes[0])
      case UInt8(ascii: "d"): return try t.asDouble(v).bitPattern
      case UInt8(ascii: "f"): return UInt64(Float(try t.asDouble(v)).bitPattern)
      case UInt8(ascii: "e"):
        guard let half = HalfFloat.bits(try t.asDouble(v), keepsPayload: t.has(.nanPayloads)) else { throw t.raise(t.types.valueError, "") }
        return UInt64(half)
      default: return try integerBits(t, view, format, v)
      }
    } catch {
      if format.code == UInt8(ascii: "?") { throw error }
      if t.matches(t.exception, t.types.typeError) {
        t.exception = .null
        throw t.raise(t.types.typeError, "memoryview: invalid type for format '%S'", try t.str(codePoint: UInt32(format.code)))
      }
      if t.matches(t.exception, t.types.overflowError) || t.matches(t.exception, t.types.valueError) {
        t.exception = .null
        throw t.raise(t.types.valueError, "memoryview: invalid value for format '%S'", try t.str(codePoint: UInt32(format.code)))
      }
      throw error
    }
  }

  private static func integerBits(
    _ t: Thread, _ view: Ref<MemoryViewObject>, _ format: MemoryViewFormat, _ v: Value
  ) throws(Raised) -> UInt64 {
    if format.code == UInt8(ascii: "P"), !v.isInt { throw t.raise(t.types.typeError, "") }
    let number = IntOperand(try t.asIndexObject(v))
    let width = format.size(t) * 8
    let isSigned = format.code >= UInt8(ascii: "a")
    let isPointer = format.code == UInt8(ascii: "P")
    let magnitude = number.count == 0 ? 0 : number.low
    var fits = number.count <= 1
    if isSigned || isPointer && number.isNegative {
      let limit: UInt64 = 1 << UInt64(width - 1)
      fits = fits && (number.isNegative ? magnitude <= limit : magnitude < limit)
    } else {
      fits = fits && !number.isNegative && (width == 64 || magnitude >> UInt64(width) == 0)
    }
    guard fits else { throw t.raise(t.types.valueError, "") }
    return number.isNegative ? 0 &- magnitude : magnitude
  }

  /// Writes the low bytes of `bits`.
  static func store(_ bits: UInt64, _ size: Int, _ at: UnsafeMutablePointer<UInt8>) {
    let raw = UnsafeMutableRawPointer(at)
    switch size {
    case 1: at[0] = UInt8(truncatingIfNeeded: bits)
    case 2: raw.storeBytes(of: UInt16(truncatingIfNeeded: bits), as: UInt16.self)
    case 4: raw.storeBytes(of: UInt32(truncatingIfNeeded: bits), as: UInt32.self)
    default: raw.storeBytes(of: bits, as: UInt64.self)
    }
  }
}

/// IEEE 754 half precision. The payload of a NaN is kept or not.
public enum HalfFloat {
  public static func value(_ bits: UInt16, keepsPayload: Bool) -> Double {
    let sign: Double = bits >> 15 == 0 ? 1 : -1
    let exponent = Int(bits >> 10 & 31)
    let fraction = Double(bits & 1023)
    if exponent == 31 {
      if fraction == 0 { return sign * Double.infinity }
      return Double(bitPattern: UInt64(bits >> 15) << 63 | 0x7FF << 52 | (keepsPayload ? UInt64(bits & 1023) << 42 : 1 << 51))
    }
    if exponent == 0 { return sign * scalbn(fraction, -24) }
    return sign * scalbn(fraction + 1024, exponent - 25)
  }

  /// The bits of a NaN in single precision, quiet or not as it is.
  public static func single(ofNaN x: Double) -> UInt32 {
    let fraction = UInt32(truncatingIfNeeded: x.bitPattern >> 29) & 0x7F_FFFF
    return UInt32(x.sign == .minus ? 1 : 0) << 31 | 0x7F80_0000 | (fraction == 0 ? 0x40_0000 : fraction)
  }

  /// A NaN of single precision, quiet or not as it is.
  public static func value(ofSingleNaN bits: UInt32) -> Double {
    Double(bitPattern: UInt64(bits >> 31) << 63 | 0x7FF << 52 | UInt64(bits & 0x7F_FFFF) << 29)
  }

  /// The nearest half, ties to even; nil if it would be infinite although `x` is not.
  public static func bits(_ x: Double, keepsPayload: Bool) -> UInt16? {
    let sign = UInt16(x.sign == .minus ? 0x8000 : 0)
    if x.isNaN {
      let fraction = keepsPayload ? UInt16(truncatingIfNeeded: x.bitPattern >> 42) & 1023 : 0
      return sign | 0x7C00 | (fraction == 0 ? 0x200 : fraction)
    }
    if x.isInfinite { return sign | 0x7C00 }
    let magnitude = x.magnitude
    if magnitude < 0x1p-14 { return sign | UInt16((magnitude * 0x1p24).rounded(.toNearestOrEven)) }
    if magnitude >= 65520 { return nil }
    let exponent = Int(magnitude.exponent)
    let scaled = UInt16(scalbn(magnitude, 10 - exponent).rounded(.toNearestOrEven))
    return sign | (UInt16(exponent + 15) << 10 &+ (scaled &- 1024))
  }
}
