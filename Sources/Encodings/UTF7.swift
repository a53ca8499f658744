/// UTF-7 (RFC 2152; CPython: Objects/unicodeobject.c).
public struct UTF7Decoder {
  /// Bytes that stand for nothing. The decoder goes on behind them, or where the caller wants.
  public struct Failure {
    public let start: Int
    public let end: Int
    public let reason: StaticString
  }

  /// Where the decoder is.
  public var at = 0
  public private(set) var isShifted = false
  /// Where the shift began that is not over.
  public private(set) var shiftStart = 0
  /// How many characters of this run come before that shift.
  public private(set) var countBeforeShift = 0
  private var buffer: UInt32 = 0
  private var bits = 0
  private var surrogate: UInt32 = 0

  public init() {}

  /// Decodes up to the end, or the next bytes that are wrong. Characters are appended to `out`.
  ///
  /// - Parameter isLast: a shift that is not over at the end is wrong.
  public mutating func run(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, to out: inout [UInt32]) -> Failure? {
    while at < bytes.count {
      let byte = bytes[at]
      if isShifted {
        if let failure = shifted(byte, to: &out) { return failure }
      } else if byte == 43 {
        shiftStart = at
        at += 1
        if at < bytes.count && bytes[at] == 45 {
          at += 1
          out.append(43)
        } else if at < bytes.count && UTF7.digit(bytes[at]) == nil {
          at += 1
          return Failure(start: shiftStart, end: at, reason: "ill-formed sequence")
        } else {
          (isShifted, surrogate, bits, buffer) = (true, 0, 0, 0)
          countBeforeShift = out.count
        }
      } else {
        at += 1
        if byte >= 0x80 { return Failure(start: at - 1, end: at, reason: "unexpected special character") }
        out.append(UInt32(byte))
      }
    }
    guard isShifted, isLast else { return nil }
    isShifted = false
    return surrogate != 0 || bits >= 6 || bits > 0 && buffer != 0
      ? Failure(start: shiftStart, end: bytes.count, reason: "unterminated shift sequence") : nil
  }

  private mutating func shifted(_ byte: UInt8, to out: inout [UInt32]) -> Failure? {
    if let digit = UTF7.digit(byte) {
      at += 1
      buffer = buffer << 6 | UInt32(digit)
      bits += 6
      if bits >= 16 { unit(to: &out) }
      return nil
    }
    isShifted = false
    if bits >= 6 || bits > 0 && buffer != 0 {
      at += 1
      return Failure(start: shiftStart, end: at, reason: bits >= 6 ? "partial character in shift sequence" : "non-zero padding bits in shift sequence")
    }
    if surrogate != 0 && byte < 0x80 && byte != 43 { out.append(surrogate) }
    surrogate = 0
    if byte == 45 { at += 1 }
    return nil
  }

  /// Takes sixteen bits.
  private mutating func unit(to out: inout [UInt32]) {
    bits -= 16
    let unit = buffer >> UInt32(bits) & 0xFFFF
    buffer &= 1 << UInt32(bits) &- 1
    if surrogate != 0 {
      let high = surrogate
      surrogate = 0
      if unit & 0xFC00 == 0xDC00 {
        out.append(0x1_0000 + (high & 0x3FF) << 10 + unit & 0x3FF)
        return
      }
      out.append(high)
    }
    if unit & 0xFC00 == 0xD800 { surrogate = unit } else { out.append(unit) }
  }
}

public enum UTF7 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  /// What stands for itself outside of shifts.
  private static let direct = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:?!\"#$%&*;<=>@[]^_`{|} \t\n\r".utf8)

  static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 65...90: Int(byte) - 65
    case 97...122: Int(byte) - 71
    case 48...57: Int(byte) + 4
    case 43: 62
    case 47: 63
    default: nil
    }
  }

  /// The bytes of characters.
  public static func encode(_ characters: [UInt32]) -> [UInt8] {
    var out: [UInt8] = []
    var isShifted = false
    var (bits, buffer): (UInt32, UInt32) = (0, 0)
    for character in characters {
      if character < 0x80 && direct.contains(UInt8(character)) {
        let byte = UInt8(character)
        if isShifted {
          if bits > 0 { out.append(digits[Int(buffer << (6 - bits) & 63)]) }
          (isShifted, bits, buffer) = (false, 0, 0)
          if digit(byte) != nil || byte == 45 { out.append(45) }
        }
        out.append(byte)
        continue
      }
      if !isShifted && character == 43 {
        out += [43, 45]
        continue
      }
      if !isShifted { out.append(43) }
      isShifted = true
      let units = character < 0x1_0000 ? [character] : [0xD7C0 + character >> 10, 0xDC00 + character & 0x3FF]
      for unit in units {
        buffer = buffer << 16 | unit
        bits += 16
        while bits >= 6 {
          bits -= 6
          out.append(digits[Int(buffer >> bits & 63)])
        }
      }
    }
    if bits > 0 { out.append(digits[Int(buffer << (6 - bits) & 63)]) }
    if isShifted { out.append(45) }
    return out
  }
}
