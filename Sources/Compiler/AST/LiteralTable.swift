import Bytecode

/// The constants of a tree, by number. Texts and digits lie in one run of bytes; values are made when they are asked for.
struct LiteralTable {
  enum Kind: UInt8 {
    case none, `false`, `true`, ellipsis
    /// `bits` is the value.
    case integer
    /// Digits of an int that may not fit 64 bits; `bits` is the base.
    case digits
    /// `bits` are those of the double; of the imaginary part, where the real one is zero.
    case float, imaginary
    /// Generalized UTF-8; `bits` is 1 if it is ASCII.
    case text
    case bytes
    /// A value that no literal can spell; `bits` is its index.
    case value
  }

  struct Entry: BitwiseCopyable {
    var kind: Kind
    var start: UInt32 = 0
    var length: UInt32 = 0
    var bits: UInt64 = 0
  }

  private(set) var entries: PlainBuffer<Entry>
  /// What texts and digits consist of. The parser appends a text here piece by piece, and adds the entry when it is complete.
  var bytes: PlainBuffer<UInt8>
  private(set) var values: [Constant] = []

  init(expected: Int) {
    entries = PlainBuffer(capacity: expected)
    bytes = PlainBuffer(capacity: expected * 16)
    for kind in [Kind.none, .false, .true, .ellipsis] { entries.append(Entry(kind: kind)) }
  }

  func free() {
    entries.free()
    bytes.free()
  }

  @inline(__always)
  mutating func add(_ entry: Entry) -> ConstantID {
    entries.append(entry)
    return ConstantID(raw: UInt32(truncatingIfNeeded: entries.count - 1))
  }

  /// The constant whose bytes were appended from `start` on.
  @inline(__always)
  mutating func add(_ kind: Kind, from start: Int, bits: UInt64 = 0) -> ConstantID {
    add(
      Entry(
        kind: kind, start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: bytes.count - start),
        bits: bits))
  }

  mutating func add(_ value: Constant) -> ConstantID {
    switch value {
    case .none: return .none
    case .ellipsis: return .ellipsis
    case .bool(let value): return value ? .true : .false
    case .integer(let value) where value >= 0: return add(Entry(kind: .integer, bits: UInt64(value)))
    case .float(let bits): return add(Entry(kind: .float, bits: bits))
    default:
      values.append(value)
      return add(Entry(kind: .value, bits: UInt64(values.count - 1)))
    }
  }

  func characters(_ entry: Entry) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes.base + Int(entry.start), count: Int(entry.length))
  }

  func value(_ id: ConstantID) -> Constant {
    precondition(id.raw < entries.count)
    let entry = entries[Int(id.raw)]
    switch entry.kind {
    case .none: return .none
    case .false: return .bool(false)
    case .true: return .bool(true)
    case .ellipsis: return .ellipsis
    case .integer: return .integer(Int64(truncatingIfNeeded: entry.bits))
    case .digits: return .integer(isNegative: false, limbs: limbs(ofDigits: characters(entry), base: entry.bits))
    case .float: return .float(bits: entry.bits)
    case .imaginary: return .complex(realBits: 0, imaginaryBits: entry.bits)
    case .text: return .string(Text(unchecked: ByteString(Array(characters(entry))), isASCII: entry.bits != 0))
    case .bytes: return .bytes(ByteString(Array(characters(entry))))
    case .value: return values[Int(entry.bits)]
    }
  }
}

/// The 64-bit limbs, least significant first, of an int by its digits of base 2, 8, 10 or 16. Other characters do not occur.
///
/// For base 10 the time grows with the square of the number of digits, which the parser limits.
func limbs(ofDigits digits: UnsafeBufferPointer<UInt8>, base: UInt64) -> [UInt64] {
  guard base == 10 else { return binaryLimbs(digits, bitsPerDigit: base == 16 ? 4 : base == 8 ? 3 : 1) }
  var limbs: [UInt64] = []
  func step(_ factor: UInt64, _ summand: UInt64) {
    var carry = summand
    for index in limbs.indices {
      let product = limbs[index].multipliedFullWidth(by: factor)
      let (low, overflow) = product.low.addingReportingOverflow(carry)
      limbs[index] = low
      carry = product.high + (overflow ? 1 : 0)
    }
    if carry != 0 { limbs.append(carry) }
  }
  var index = 0
  while index < digits.count {
    var chunk: UInt64 = 0
    var factor: UInt64 = 1
    while index < digits.count, factor < 1_000_000_000_000_000_000 {
      chunk = chunk * 10 + UInt64(digits[index] - 48)
      factor *= 10
      index += 1
    }
    step(factor, chunk)
  }
  return limbs
}

/// As `limbs(ofDigits:base:)`, for digits that are 1, 3 or 4 bits, in linear time.
private func binaryLimbs(_ digits: UnsafeBufferPointer<UInt8>, bitsPerDigit: Int) -> [UInt64] {
  var limbs = [UInt64](repeating: 0, count: (digits.count * bitsPerDigit + 63) / 64)
  var bit = 0
  for digit in digits.reversed() {
    let value = UInt64(digit < 58 ? digit - 48 : (digit | 32) - 87)
    limbs[bit >> 6] |= value << UInt64(bit & 63)
    if bit & 63 + bitsPerDigit > 64, bit >> 6 + 1 < limbs.count { limbs[bit >> 6 + 1] |= value >> UInt64(64 - bit & 63) }
    bit += bitsPerDigit
  }
  return limbs
}
